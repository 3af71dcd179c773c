package io.accession.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Where files lie while they are worked on. Safe for use by many threads. */
public final class WorkDirectory {

    private static final String UNFINISHED = "unfinished-";
    /** Nothing takes as long; such files are of processes that were killed. */
    private static final Duration FORGOTTEN = Duration.ofDays(2);

    private final Path directory;
    private boolean swept;

    public WorkDirectory(Path directory) {
        this.directory = directory;
    }

    /** Makes an empty file that only we can read. The first call makes the directory, and removes what killed processes left behind. */
    public Path newFile(String ending) throws IOException {
        sweepOnce();
        return Files.createTempFile(directory, UNFINISHED, ending);
    }

    private synchronized void sweepOnce() throws IOException {
        if (swept) {
            return;
        }
        Files.createDirectories(directory);
        var before = Instant.now().minus(FORGOTTEN);
        try (var files = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        swept = true;
    }
}
