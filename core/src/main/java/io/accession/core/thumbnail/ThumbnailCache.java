package io.accession.core.thumbnail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Small pictures in a directory of this machine, by a key of hexadecimal digits. When they take more than their share of the disk, those go that
 * were not asked for longest. Losing them all loses nothing. Safe for use by many threads; several processes should not share a directory.
 */
public final class ThumbnailCache {

    /** How exactly uses are remembered: writing down each would cost more than it saves. */
    private static final Duration USE = Duration.ofHours(1);

    private final Path directory;
    private final long mostBytes;
    private final Clock clock;
    private long bytes = -1; // nobody has counted yet

    public ThumbnailCache(Path directory, long mostBytes, Clock clock) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** The file that was kept for the key. One without bytes says that there is no picture. */
    Optional<Path> find(String key) throws IOException {
        var file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return Optional.of(file);
    }

    /** An empty file to write a picture into. */
    Path draft() throws IOException {
        Files.createDirectories(directory);
        return Files.createTempFile(directory, "draft-", ".jpg");
    }

    /** Keeps a draft. Readers see all of it or nothing. */
    Path keep(String key, Path draft) throws IOException {
        var file = file(key);
        Files.createDirectories(file.getParent());
        long size = Files.size(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeRoom(size);
        return file;
    }

    private Path file(String key) {
        return directory.resolve(key.substring(0, 2)).resolve(key + ".jpg");
    }

    private synchronized void makeRoom(long added) throws IOException {
        if (bytes >= 0 && bytes + added <= mostBytes) {
            bytes += added;
            return;
        }
        var files = filesByUse();
        long total = files.stream().mapToLong(Kept::bytes).sum();
        for (var file : files) {
            if (total <= mostBytes - mostBytes / 10) {
                break;
            }
            Files.deleteIfExists(file.path());
            total -= file.bytes();
        }
        bytes = total;
    }

    private record Kept(Path path, long bytes, FileTime used) {}

    /** Those that were not asked for longest come first. */
    private List<Kept> filesByUse() throws IOException {
        var kept = new ArrayList<Kept>();
        try (var below = Files.walk(directory)) {
            for (var path : below.filter(Files::isRegularFile).toList()) {
                kept.add(new Kept(path, Files.size(path), Files.getLastModifiedTime(path)));
            }
        }
        kept.sort(Comparator.comparing(Kept::used));
        return kept;
    }
}
