package io.accession.wire;

import io.accession.core.work.Endings;
import java.time.Duration;

/** A call that is answered when something has ended. The client asks for a week and would break off after three minutes. */
final class LongPoll {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private LongPoll() {}

    /** As long as the client says that it waits. */
    static Duration patience(WireCall call) {
        return Duration.ofSeconds(Math.max(0, call.queryNumber("timeoutSeconds").orElse(Integer.MAX_VALUE)));
    }

    /** Returns when the work has ended, at the latest after a minute. A server that stops lets go at once; the client asks again. */
    static <T> void await(Endings<T> endings, T work, Duration patience) {
        try {
            endings.await(work, patience.compareTo(LONGEST) > 0 ? LONGEST : patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
