package io.accession.server.rest;

import io.accession.api.numpy.NpyWriting;
import io.accession.api.numpy.VectorRow;
import io.accession.core.embedding.ItemVector;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Vectors on their way out, in a file that is gone when this is closed: NumPy's header tells how many they are before the first comes. */
final class VectorFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final OutputStream out;
    private final int size;
    private long rows;

    /** The directory is made when it is missing. */
    VectorFile(Path directory, int size) throws IOException {
        Files.createDirectories(directory);
        var path = Files.createTempFile(directory, "vectors", ".npy");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.size = size;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        out.write(NpyWriting.tableHeader(size, 0));
    }

    void add(ItemVector vector) throws IOException {
        out.write(NpyWriting.tableRow(new VectorRow(vector.item().toString(), vector.frame(), vector.vector())));
        rows++;
    }

    /** How many bytes there are, now that all vectors were added. */
    long end() throws IOException {
        out.flush();
        file.write(ByteBuffer.wrap(NpyWriting.tableHeader(size, rows)), 0);
        return file.size();
    }

    void writeTo(OutputStream target) throws IOException {
        file.position(0);
        Channels.newInputStream(file).transferTo(target);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
