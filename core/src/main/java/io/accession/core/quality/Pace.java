package io.accession.core.quality;

import java.util.function.LongSupplier;

/** So many a minute, evenly; what was not used within a few seconds is lost. For one thread. */
final class Pace {

    private static final double NANOSECONDS_PER_MINUTE = 60e9;
    private static final double KEPT_MINUTES = 0.05;

    private final double perMinute;
    private final LongSupplier nanoseconds;
    private double allowed;
    private long seen;

    /** {@code nanoseconds} is a clock that only goes forward. */
    Pace(int perMinute, LongSupplier nanoseconds) {
        this.perMinute = perMinute;
        this.nanoseconds = nanoseconds;
        this.allowed = 1;
        this.seen = nanoseconds.getAsLong();
    }

    /** How many are allowed now. */
    int allowed() {
        long now = nanoseconds.getAsLong();
        double most = Math.max(1, perMinute * KEPT_MINUTES);
        allowed = Math.min(most, allowed + perMinute * (now - seen) / NANOSECONDS_PER_MINUTE);
        seen = now;
        return (int) allowed;
    }

    void use(int count) {
        allowed -= count;
    }
}
