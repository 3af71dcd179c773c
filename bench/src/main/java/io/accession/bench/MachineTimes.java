package io.accession.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the processors have done since the machine started, in ticks (proc(5), {@code /proc/stat}). Time is stolen where other machines share the processors:
 * whoever waits for an answer waits for them too.
 */
record MachineTimes(long all, long stolen) {

    private static final Path STAT = Path.of("/proc/stat");

    /** user, nice, system, idle, iowait, irq, softirq, steal; what comes behind is counted in these. */
    private static final int KINDS = 8;

    static MachineTimes now() throws IOException {
        if (!Files.exists(STAT)) {
            return new MachineTimes(0, 0);
        }
        try (var lines = Files.lines(STAT)) {
            var words = lines.findFirst().orElse("").strip().split("\\s+");
            var ticks = Arrays.stream(words)
                    .skip(1)
                    .limit(KINDS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new MachineTimes(Arrays.stream(ticks).sum(), ticks.length == KINDS ? ticks[KINDS - 1] : 0);
        }
    }

    /** 0 where the system does not tell. */
    double percentStolenSince(MachineTimes before) {
        return 100.0 * (stolen - before.stolen) / Math.max(1, all - before.all);
    }
}
