package io.accession.media;

import java.time.Duration;
import java.util.List;

/**
 * What a child process may use. Its processor time and memory are walls against files that are made to waste them; its patience is for
 * slow storages.
 *
 * @param patience from start to end, waiting for the storage included
 * @param memory bytes of address space, of which libraries take a few hundred million
 */
public record ChildLimits(Duration patience, Duration processorTime, long memory) {

    public static final ChildLimits USUAL = new ChildLimits(Duration.ofSeconds(60), Duration.ofSeconds(20), 2L << 30);

    public ChildLimits {
        if (patience.isNegative() || patience.isZero() || processorTime.toSeconds() < 1 || memory <= 0) {
            throw new IllegalArgumentException("limits are positive, and processor time is at least a second");
        }
    }

    /** The arguments of {@code prlimit}: no files are written, few opened, no core is left behind. */
    List<String> prlimitArguments() {
        return prlimitArguments(0);
    }

    /** As before, with files of at most so many bytes. */
    List<String> prlimitArguments(long largestFile) {
        return List.of(
                "--as=" + memory,
                "--cpu=" + processorTime.toSeconds(),
                "--nofile=64",
                "--fsize=" + largestFile,
                "--core=0");
    }
}
