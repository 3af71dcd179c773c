package io.accession.server.media;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.hosted.HostedObject;
import io.accession.core.hosted.HostedObjects;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Files that people put into the server's own directory with a signed path. A file appears complete or not at all, and stays as it is from the
 * moment an upload job names it. What the sender says of its type does not count: the Encord SDK says wrong ones.
 */
public final class UploadedFiles {

    /** What is still being written; no key begins with it. */
    private static final String UNFINISHED = "unfinished";

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);
    private static final int CHUNK_BYTES = 256 << 10;

    /** Left for whatever else uses the disk, which may be the database. */
    private static final long SPARED_BYTES = 256L << 20;

    private final SignedMediaPaths paths;
    private final HostedObjects objects;
    private final Path directory;
    private final long mostBytes;
    private final Clock clock;

    /** {@code mostBytes} is how large one file may be. */
    public UploadedFiles(SignedMediaPaths paths, HostedObjects objects, Path directory, long mostBytes, Clock clock) {
        this.paths = paths;
        this.objects = objects;
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(new Operation(Method.PUT, MediaRoutes.PATH, true, false, this::take));
    }

    private void take(Call call) throws IOException {
        MediaHeaders.share(call);
        var object = named(call);
        long announced =
                call.header(HeaderNames.CONTENT_LENGTH).map(Long::parseLong).orElse(0L);
        requireAllowed(announced);
        if (!objects.takesBytes(object)) {
            throw taken();
        }
        var unfinished = Files.createTempFile(unfinished(), "", "");
        try {
            var disk = Files.getFileStore(unfinished);
            requireRoom(disk, announced);
            write(call.body(), unfinished, disk);
            if (!objects.complete(object, () -> move(unfinished, directory.resolve(object.key())))) {
                throw taken();
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
        call.answerEmpty(Status.OK_200);
    }

    private HostedObject named(Call call) {
        var name = call.path("name");
        var ticket = paths.open(MediaTicket.Use.WRITE, call.path("ticket"), name);
        return HostedObject.ofKey(ticket.key())
                .orElseThrow(() -> new RegistryException(new RegistryError.NotFoundOrForbidden("file", name)));
    }

    private Path unfinished() throws IOException {
        return Files.createDirectories(directory.resolve(UNFINISHED));
    }

    private void write(InputStream body, Path file, FileStore disk) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            copy(body, Channels.newOutputStream(channel), disk);
            channel.force(true);
        }
    }

    private void copy(InputStream body, OutputStream out, FileStore disk) throws IOException {
        var buffer = new byte[CHUNK_BYTES];
        long written = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            written += read;
            requireAllowed(written);
            requireRoom(disk, read);
            out.write(buffer, 0, read);
        }
    }

    private void requireAllowed(long bytes) {
        if (bytes > mostBytes) {
            throw new RegistryException(
                    new RegistryError.TooLarge("An uploaded file may have at most " + mostBytes + " bytes."));
        }
    }

    private static void requireRoom(FileStore disk, long bytes) throws IOException {
        if (disk.getUsableSpace() - SPARED_BYTES < bytes) {
            throw new RegistryException(new RegistryError.Unavailable(
                    "The server's disk has no room for the file. Its operator has to make some."));
        }
    }

    private static void move(Path unfinished, Path file) throws IOException {
        var parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var entries = FileChannel.open(parent, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static RegistryException taken() {
        return new RegistryException(new RegistryError.Conflict(
                "Nothing can be uploaded here any more: an upload job has named the file, or its time is over."));
    }

    /** Deletes what was left of uploads that broke off with their server. */
    public void removeUnfinished() {
        var before = clock.instant().minus(LONGEST_UPLOAD);
        try (var files = Files.newDirectoryStream(unfinished())) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // Another process was faster; it deletes the rest too.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
