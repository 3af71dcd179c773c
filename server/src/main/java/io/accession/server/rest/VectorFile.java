package io.accession.server.rest;

import io.accession.core.embedding.ItemVector;
import io.accession.server.rest.VectorFormat.VectorWriting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Vectors on their way out, in a file that is gone when this is closed: no transaction that reads vectors waits for their receiver. */
final class VectorFile implements AutoCloseable {

    private final FileChannel file;
    private final VectorWriting writing;

    /** The directory is made when it is missing. */
    VectorFile(Path directory, VectorFormat format, int size) throws IOException {
        Files.createDirectories(directory);
        var path = Files.createTempFile(directory, "vectors", null);
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.writing = format.begin(file, size);
    }

    void add(ItemVector vector) throws IOException {
        writing.add(vector);
    }

    /** How many bytes there are, now that all vectors were added. */
    long end() throws IOException {
        writing.end();
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
