package io.accession.core.receive;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The slices of a manifest on their way to the database: a file in the data directory, gone when this is closed or the process
 * ends. Written to its end first, then read as often as needed. For one thread.
 */
public final class SliceSpool implements AutoCloseable {

    private final FileChannel file;
    private final DataOutputStream out;
    private int slices;

    SliceSpool(Path directory) {
        try {
            Files.createDirectories(directory);
            this.file = openUnlinked(directory.resolve("manifest-" + UUID.randomUUID() + ".slices"));
            this.out = new DataOutputStream(Channels.newOutputStream(file));
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** The file has no name any more once it is open, so that the system removes it however the process ends. */
    private static FileChannel openUnlinked(Path path) throws IOException {
        return FileChannel.open(
                path,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void add(int entries, byte[] body) {
        try {
            out.writeInt(entries);
            out.writeInt(body.length);
            out.write(body);
            slices++;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private static RegistryException cannotKeep(IOException cause) {
        var error = new RegistryError.Unavailable("The server cannot keep the manifest while it reads it ("
                + cause.getMessage()
                + "). Nothing was registered. Free space in the server's data directory, then post it again.");
        return new RegistryException(error, cause);
    }

    public int slices() {
        return slices;
    }

    /** Takes one slice; {@code number} counts from 0. */
    @FunctionalInterface
    public interface SliceConsumer<X extends Exception> {
        void accept(int number, int entries, byte[] body) throws X;
    }

    public <X extends Exception> void forEach(SliceConsumer<X> consumer) throws IOException, X {
        file.position(0);
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
        for (int number = 0; number < slices; number++) {
            int entries = in.readInt();
            consumer.accept(number, entries, in.readNBytes(in.readInt()));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
