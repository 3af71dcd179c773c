package io.accession.core.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes UUIDv7s (RFC 9562 section 5.7): 48 bits of milliseconds, then random bits. Safe for use by many threads. */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final long RANDOM_A = 0xFFFL;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        return new UUID(
                (clock.millis() << 16) | 0x7000L | (random.nextLong() & RANDOM_A),
                0x8000_0000_0000_0000L | (random.nextLong() & RANDOM_B));
    }
}
