package io.accession.server.configuration;

/**
 * How much background work one process does at a time.
 *
 * @param planners slices planned at once
 * @param probers chunks of up to 64 objects looked at at once
 */
public record JobConfiguration(int planners, int probers) {

    private static final int MOST_PLANNERS = 64;
    private static final int MOST_PROBERS = 64;

    static JobConfiguration of(Values values) {
        return new JobConfiguration(
                values.number(Keys.JOBS_PLANNERS, 1, MOST_PLANNERS), values.number(Keys.JOBS_PROBERS, 1, MOST_PROBERS));
    }
}
