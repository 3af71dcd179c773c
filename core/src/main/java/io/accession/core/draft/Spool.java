package io.accession.core.draft;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way: the first few in memory, the others in a file without a name, gone when this is closed or the process ends. Written to
 * its end first, then read as often as needed. For one thread at a time.
 */
final class Spool implements AutoCloseable {

    private static final int IN_MEMORY = 32 << 10;

    private final Path directory;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(new Overflowing());
    private @Nullable FileChannel file;
    private @Nullable OutputStream fileOut;

    /** The directory is made when it is needed. */
    Spool(Path directory) {
        this.directory = directory;
    }

    DataOutputStream out() {
        return out;
    }

    /** From the beginning. Closing it does nothing. */
    DataInputStream in() throws IOException {
        if (file == null) {
            return new DataInputStream(new ByteArrayInputStream(memory.toByteArray()));
        }
        out.flush();
        file.position(0);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 64 << 10));
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Overflowing extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var target = fileOut;
            if (target == null && memory.size() + length <= IN_MEMORY) {
                memory.write(bytes, offset, length);
                return;
            }
            try {
                (target == null ? open() : target).write(bytes, offset, length);
            } catch (IOException e) {
                throw full(e);
            }
        }

        @Override
        public void flush() throws IOException {
            if (fileOut != null) {
                fileOut.flush();
            }
        }
    }

    private OutputStream open() throws IOException {
        Files.createDirectories(directory);
        var opened = FileChannel.open(
                directory.resolve("draft-" + UUID.randomUUID() + ".spool"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        file = opened;
        var stream = new BufferedOutputStream(Channels.newOutputStream(opened), 32 << 10);
        fileOut = stream;
        memory.writeTo(stream);
        memory.reset();
        return stream;
    }

    private static RegistryException full(IOException cause) {
        return new RegistryException(
                new RegistryError.Unavailable("What was listed cannot be kept while the manifest is made ("
                        + cause.getMessage() + "). Free space in the directory for temporary files, then try again."),
                cause);
    }
}
