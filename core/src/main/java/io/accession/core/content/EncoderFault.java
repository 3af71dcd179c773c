package io.accession.core.content;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why an encoder does not work, and when it is to be tried again: after five seconds, then after twice as long each time, up to five minutes. The log tells when
 * it begins, becomes another one, and ends. For one thread, but for {@link #reason}.
 */
final class EncoderFault {

    private static final Logger LOG = LoggerFactory.getLogger(EncoderFault.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final LongSupplier nanoseconds;
    private volatile @Nullable String reason;
    private Duration pause = FIRST_PAUSE;
    private long since;

    EncoderFault(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    boolean isToBeTried() {
        return reason == null || nanoseconds.getAsLong() - since >= pause.toNanos();
    }

    void begin(String told) {
        if (!told.equals(reason)) {
            LOG.warn("What items mean is not found out until the text encoder works again. {}", told);
        }
        pause = reason == null ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        since = nanoseconds.getAsLong();
        reason = told;
    }

    void end() {
        if (reason != null) {
            LOG.info("The text encoder works again.");
        }
        reason = null;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
