package io.accession.server.rest;

import io.accession.api.numpy.NpyWriting;
import io.accession.api.numpy.VectorRow;
import io.accession.api.numpy.VectorTableReader;
import io.accession.core.embedding.ItemVector;
import io.accession.core.schema.TypedValue;
import io.accession.server.parquet.ParquetColumn;
import io.accession.server.parquet.ParquetColumn.Kind;
import io.accession.server.parquet.ParquetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file holds vectors and whose they are. */
enum VectorFormat {
    NPY(VectorTableReader.MEDIA_TYPE) {
        @Override
        VectorWriting begin(FileChannel file, int size) throws IOException {
            return new NpyVectors(file, size);
        }
    },
    PARQUET(ParquetWriter.MEDIA_TYPE) {
        @Override
        VectorWriting begin(FileChannel file, int size) throws IOException {
            return new ParquetVectors(file);
        }
    };

    private final String mediaType;

    VectorFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** {@code size} is how many numbers each vector has. */
    abstract VectorWriting begin(FileChannel file, int size) throws IOException;

    /** Vectors on their way into a file, which stays open. */
    interface VectorWriting {

        void add(ItemVector vector) throws IOException;

        /** After the last vector. */
        void end() throws IOException;
    }

    private static OutputStream buffered(FileChannel file) {
        return new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    /** NumPy's header tells how many there are before the first comes. */
    private static final class NpyVectors implements VectorWriting {

        private final FileChannel file;
        private final OutputStream out;
        private final int size;
        private long rows;

        NpyVectors(FileChannel file, int size) throws IOException {
            this.file = file;
            this.out = buffered(file);
            this.size = size;
            out.write(NpyWriting.tableHeader(size, 0));
        }

        @Override
        public void add(ItemVector vector) throws IOException {
            out.write(NpyWriting.tableRow(new VectorRow(vector.item().toString(), vector.frame(), vector.vector())));
            rows++;
        }

        @Override
        public void end() throws IOException {
            out.flush();
            file.write(ByteBuffer.wrap(NpyWriting.tableHeader(size, rows)), 0);
        }
    }

    private static final class ParquetVectors implements VectorWriting {

        private final ParquetWriter table;

        ParquetVectors(FileChannel file) throws IOException {
            this.table = new ParquetWriter(
                    buffered(file),
                    List.of(
                            new ParquetColumn("id", Kind.TEXT),
                            new ParquetColumn("frame", Kind.WHOLE),
                            new ParquetColumn("vector", Kind.VECTOR)));
        }

        @Override
        public void add(ItemVector vector) throws IOException {
            table.add(Arrays.<@Nullable TypedValue>asList(
                    new TypedValue.Words(vector.item().toString()),
                    vector.frame() == ItemVector.NO_FRAME ? null : new TypedValue.Quantity(vector.frame()),
                    new TypedValue.Vector(vector.vector())));
        }

        @Override
        public void end() throws IOException {
            table.end();
        }
    }
}
