package io.accession.server.configuration;

import java.time.Duration;

/**
 * How much background work one process does at a time.
 *
 * @param planners slices planned at once
 * @param probers chunks of up to 64 objects looked at at once
 * @param renderers image sequences rendered and videos re-encoded at once
 * @param framePixels the most that a picture may have to be rendered
 * @param reencodedBytes the most that a re-encoded video may have
 * @param syncPage objects of a synced folder that are compared and stored at once
 * @param retention how long an ended job keeps its entries, and with them the list of its failures
 */
public record JobConfiguration(
        int planners,
        int probers,
        int renderers,
        int framePixels,
        long reencodedBytes,
        int syncPage,
        Duration retention) {

    private static final int LARGEST_SYNC_PAGE = 100_000;
    private static final int MOST_PLANNERS = 64;
    private static final int MOST_PROBERS = 64;
    private static final int MOST_RENDERERS = 64;
    /** The longest that one request can write into S3. */
    private static final long LARGEST_VIDEO = 5L << 30;

    static JobConfiguration of(Values values) {
        return new JobConfiguration(
                values.number(Keys.JOBS_PLANNERS, 1, MOST_PLANNERS),
                values.number(Keys.JOBS_PROBERS, 1, MOST_PROBERS),
                values.number(Keys.JOBS_RENDERERS, 1, MOST_RENDERERS),
                values.number(Keys.LIMITS_FRAME_PIXELS, 1, Integer.MAX_VALUE),
                values.size(Keys.LIMITS_REENCODED_SIZE, 1, LARGEST_VIDEO),
                values.number(Keys.JOBS_SYNC_PAGE, 1, LARGEST_SYNC_PAGE),
                values.duration(Keys.JOBS_RETENTION, Duration.ofHours(1), Duration.ofDays(3_650)));
    }
}
