package io.accession.wire;

import io.accession.core.work.Endings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A call that is answered when something has ended. The client asks for a week and would break off after three minutes. */
final class LongPoll {

    private static final Duration SHORTEST = Duration.ofSeconds(50);
    private static final Duration LONGEST = Duration.ofSeconds(70);

    private LongPoll() {}

    /** As long as the client says that it waits. */
    static Duration patience(WireCall call) {
        return Duration.ofSeconds(Math.max(0, call.queryNumber("timeoutSeconds").orElse(Integer.MAX_VALUE)));
    }

    /**
     * Returns when the work has ended, at the latest after a minute or so: those who came at the same moment do not come back at the same
     * moment. A server that stops lets go at once; the client asks again.
     */
    static <T> void await(Endings<T> endings, T work, Duration patience) {
        try {
            var longest =
                    Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
            endings.await(work, patience.compareTo(longest) > 0 ? longest : patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
