package io.accession.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count has grown over the last ten seconds. */
final class Speed {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(500);

    private record Mark(Instant at, long count) {}

    private final InstantSource clock;
    private final Deque<Mark> marks = new ArrayDeque<>();

    Speed(InstantSource clock) {
        this.clock = clock;
    }

    void at(long count) {
        var now = clock.instant();
        marks.addLast(new Mark(now, count));
        while (marks.size() > 2 && marks.getFirst().at().isBefore(now.minus(WINDOW))) {
            marks.removeFirst();
        }
    }

    /** 0 until there is enough to go by. */
    double perSecond() {
        if (marks.isEmpty()) {
            return 0;
        }
        var passed = Duration.between(marks.getFirst().at(), marks.getLast().at());
        return passed.compareTo(LEAST) < 0
                ? 0
                : (marks.getLast().count() - marks.getFirst().count()) * 1e9 / passed.toNanos();
    }

    /** Only where the speed is above 0. */
    Duration timeFor(long count) {
        return Duration.ofMillis((long) (Math.max(0, count) * 1_000 / perSecond()));
    }
}
