package io.accession.server.configuration;

/**
 * How much background work one process does at a time.
 *
 * @param planners slices planned at once
 * @param probes objects looked at once
 */
public record JobConfiguration(int planners, int probes) {

    private static final int MOST_PLANNERS = 64;
    private static final int MOST_PROBES = 1_024;

    static JobConfiguration of(Values values) {
        return new JobConfiguration(
                values.number(Keys.JOBS_PLANNERS, 1, MOST_PLANNERS), values.number(Keys.JOBS_PROBES, 1, MOST_PROBES));
    }
}
