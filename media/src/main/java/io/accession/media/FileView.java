package io.accession.media;

import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectStat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of a file of ours, as if it were an object. For one thread. */
final class FileView implements ObjectView, AutoCloseable {

    private final RandomAccessFile file;

    FileView(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
    }

    @Override
    public ObjectStat stat() {
        try {
            return new ObjectStat(file.length(), null, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(long offset, int length) {
        try {
            file.seek(offset);
            var bytes = new byte[length];
            int read = file.read(bytes);
            return Arrays.copyOf(bytes, Math.max(read, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int requests() {
        return 0;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
