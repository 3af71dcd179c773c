package io.accession.storage.parquet;

import io.accession.core.embedding.ItemVector;
import io.accession.core.embedding.VectorImport;
import io.accession.core.schema.FieldType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Vectors and whose they are: columns {@code id}, {@code vector} and, if there is one, {@code frame}. */
final class VectorRowKind implements RowKind<VectorImport.Row> {

    static final String NAME = "vectors";

    private static final int ROWS_AT_ONCE = 128;
    private static final int LONGEST_VECTOR = FieldType.Embedding.MOST + 1;

    private static final String ID = "id";
    private static final String FRAME = "frame";
    private static final String VECTOR = "vector";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void read(SoundParquet file, Sink<VectorImport.Row> sink) throws IOException {
        if (!file.columns().containsAll(List.of(ID, VECTOR))) {
            throw new ParquetFormatException("the columns id and vector are expected, and frame for frames of videos");
        }
        file.forEach(List.of(ID, FRAME, VECTOR), ROWS_AT_ONCE, row -> sink.accept(vectorRow(row)));
    }

    /** What is missing is told like what is wrong: with its row. */
    private static VectorImport.Row vectorRow(SoundParquet.Row row) throws IOException {
        return new VectorImport.Row(
                row.isMissing(ID) ? "" : row.text(ID),
                row.isMissing(FRAME) ? ItemVector.NO_FRAME : row.whole(FRAME),
                row.isMissing(VECTOR) ? new float[0] : row.vector(VECTOR, LONGEST_VECTOR));
    }

    @Override
    public void write(VectorImport.Row row, DataOutputStream out) throws IOException {
        RowKind.writeText(row.item(), out);
        out.writeLong(row.frame());
        out.writeInt(row.vector().length);
        for (float number : row.vector()) {
            out.writeFloat(number);
        }
    }

    @Override
    public VectorImport.Row read(DataInputStream in) throws IOException {
        var item = RowKind.readText(in);
        long frame = in.readLong();
        int size = in.readInt();
        if (size < 0 || size > LONGEST_VECTOR) {
            throw new IOException("the reading process told nonsense");
        }
        var vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = in.readFloat();
        }
        return new VectorImport.Row(item, frame, vector);
    }
}
