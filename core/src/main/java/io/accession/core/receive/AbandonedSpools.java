package io.accession.core.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What processes that were killed left of the manifests they were receiving. Nobody was told a job id for any of them. */
public final class AbandonedSpools {

    private final Path directory;

    public AbandonedSpools(Path spoolDirectory) {
        this.directory = spoolDirectory;
    }

    /**
     * Removes those files from before a moment that no living process holds. The moment is not after the start of this process:
     * looking at a file of our own would let go of its lock.
     */
    public void remove(Instant madeBefore) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory, SliceSpool.PREFIX + "*" + SliceSpool.SUFFIX)) {
            for (var file : files) {
                removeIfAbandoned(file, madeBefore);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeIfAbandoned(Path file, Instant madeBefore) throws IOException {
        if (isOlder(file, madeBefore) && isUnheld(file)) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException alreadyGone) {
            return false;
        }
    }

    private static boolean isUnheld(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (NoSuchFileException alreadyGone) {
            return false;
        }
    }
}
