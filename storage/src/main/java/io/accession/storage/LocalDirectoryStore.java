package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;

/** Files below a directory. Links may point anywhere below it; one that leads out is as good as absent. */
final class LocalDirectoryStore implements ObjectStore {

    private final Path root;

    LocalDirectoryStore(Path root) {
        this.root = root;
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        try {
            return stat(existing(object));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        try {
            var file = existing(object);
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                var stat = stat(file);
                long there = Math.clamp(stat.bytes() - offset, 0, length);
                var buffer = ByteBuffer.allocate((int) there);
                long position = offset;
                while (buffer.hasRemaining()) {
                    int read = channel.read(buffer, position);
                    if (read < 0) {
                        throw StorageFailures.failure(
                                FailureCode.OBJECT_CHANGED, "The file became shorter while it was read.");
                    }
                    position += read;
                }
                return new ObjectBytes(buffer.array(), stat);
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The bucket is always empty. */
    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        try {
            return new LocalListing(root.toRealPath(), prefix, after).page(this::stat);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The file appears complete or not at all. */
    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException {
        try {
            var file = target(object);
            var unfinished = Files.createTempFile(parent(file), LocalListing.UNFINISHED, "");
            try {
                copy(bytes, length, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return stat(file);
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        try {
            Files.deleteIfExists(existing(object));
        } catch (NoSuchFileException e) {
            // It is not there, as wished.
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        throw StorageFailures.failure(
                FailureCode.OBJECT_FORBIDDEN,
                "Files of a local directory have no URL of their own; this server serves them.");
    }

    @Override
    public void close() {
        // Nothing stays open between calls.
    }

    private ObjectStat stat(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var modified = attributes.lastModifiedTime().toInstant();
        String etag = "\"" + Long.toHexString(modified.getEpochSecond()) + "-" + Integer.toHexString(modified.getNano())
                + "-" + Long.toHexString(attributes.size()) + "\"";
        return new ObjectStat(attributes.size(), etag, modified, null);
    }

    private Path existing(ObjectLocation object) throws IOException {
        var file = path(object).toRealPath();
        if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(object.key());
        }
        return file;
    }

    private Path target(ObjectLocation object) throws IOException {
        var file = path(object);
        var nearest = parent(file);
        while (!Files.exists(nearest)) {
            nearest = parent(nearest);
        }
        if (!nearest.toRealPath().startsWith(root.toRealPath()) || Files.isDirectory(file)) {
            throw new AccessDeniedException(object.key());
        }
        Files.createDirectories(parent(file));
        return file;
    }

    private Path path(ObjectLocation object) throws NoSuchFileException {
        try {
            var file = root.resolve(object.key()).normalize();
            if (file.startsWith(root) && !file.equals(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // A name that this file system cannot hold names no file.
        }
        throw new NoSuchFileException(object.key());
    }

    /** Below the root, which is absolute, everything has a parent. */
    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static void copy(InputStream bytes, long length, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[64 << 10];
            long left = length;
            while (left > 0) {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("What was to be written ended " + left + " bytes early.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static ObjectUnavailableException unavailable(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ ->
                StorageFailures.failure(
                        FailureCode.OBJECT_NOT_FOUND, "There is no such file below the root directory.", cause);
            case AccessDeniedException _ ->
                StorageFailures.failure(FailureCode.OBJECT_FORBIDDEN, "The server may not use the file.", cause);
            default ->
                StorageFailures.failure(
                        FailureCode.STORAGE_UNREACHABLE,
                        "The directory or a file in it cannot be used at the moment.",
                        cause);
        };
    }
}
