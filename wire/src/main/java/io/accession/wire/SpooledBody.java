package io.accession.wire;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A large body in a file that has no name any more: gone when this is closed, or the process ends. Written once, then read as often
 * as needed. For one thread.
 */
final class SpooledBody implements AutoCloseable {

    private static final int COPIED_BYTES = 64 << 10;

    private final FileChannel file;

    private SpooledBody(FileChannel file) {
        this.file = file;
    }

    @FunctionalInterface
    interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Fails as the writing does, and with {@code Unavailable} when the disk cannot take it. */
    static SpooledBody write(Path directory, Writing writing) throws IOException {
        var body = new SpooledBody(open(directory));
        try (var out = new BufferedOutputStream(new Spool(Channels.newOutputStream(body.file)), 1 << 16)) {
            writing.writeTo(out);
            out.flush();
            return body;
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    /** The whole of a stream of at most {@code mostBytes}; a longer one is {@code TooLarge}. */
    static SpooledBody write(Path directory, long mostBytes, InputStream body) throws IOException {
        return write(directory, out -> {
            var buffer = new byte[COPIED_BYTES];
            long copied = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                copied += read;
                if (copied > mostBytes) {
                    throw new RegistryException(
                            new RegistryError.TooLarge("This request may have at most " + mostBytes + " bytes."));
                }
                out.write(buffer, 0, read);
            }
        });
    }

    private static FileChannel open(Path directory) {
        try {
            Files.createDirectories(directory);
            return FileChannel.open(
                    directory.resolve("body-" + UUID.randomUUID() + ".json"),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private static RegistryException cannotKeep(IOException cause) {
        return new RegistryException(
                new RegistryError.Unavailable(
                        "The server cannot keep the request while it reads it. Tell its operator."),
                cause);
    }

    /** Leaves the file open when it is closed. */
    private static final class Spool extends OutputStream {

        private final OutputStream out;

        Spool(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw cannotKeep(e);
            }
        }
    }

    InputStream read() throws IOException {
        return read(0, file.size());
    }

    /** The bytes from {@code from} to before {@code to}. */
    InputStream read(long from, long to) {
        return new BufferedInputStream(new Part(file, from, to), 1 << 16);
    }

    private static final class Part extends InputStream {

        private final FileChannel file;
        private final long end;
        private long position;

        Part(FileChannel file, long from, long to) {
            this.file = file;
            this.position = from;
            this.end = to;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (position >= end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - position);
            int count = file.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            position += Math.max(count, 0);
            return count;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }
}
