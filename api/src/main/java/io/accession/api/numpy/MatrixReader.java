package io.accession.api.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads plain arrays: vectors as the rows of a matrix, texts as a list. For one thread. */
public final class MatrixReader {

    /** Ids are held in memory. */
    private static final long MOST_TEXTS = 20_000_000;

    private static final int LONGEST_TEXT = 1_024;
    private static final int LONGEST_ROW = 1 << 16;

    private final InputStream in;
    private final NpyType type;
    private final long rows;
    private final ByteBuffer row;
    private final int size;

    /** Reads the header. */
    public MatrixReader(InputStream in) throws IOException {
        this.in = in;
        var header = NpyHeader.read(in);
        var field = header.fields().getFirst();
        var shape = header.shape();
        if (!field.name().isEmpty() || shape.size() != 2 || !field.type().isFloat() || shape.get(1) > LONGEST_ROW) {
            throw new NpyFormatException(
                    "An array of two dimensions is expected, vectors by numbers, of float16, float32 or float64.");
        }
        this.type = field.type();
        this.rows = shape.get(0);
        this.size = shape.get(1).intValue();
        this.row = ByteBuffer.allocate(size * type.bytes());
    }

    public long rows() {
        return rows;
    }

    /** How many numbers each vector has. */
    public int size() {
        return size;
    }

    /** The next vector. To be called as often as there are rows. */
    public float[] next() throws IOException {
        if (in.readNBytes(row.array(), 0, row.capacity()) < row.capacity()) {
            throw new NpyFormatException("The .npy file ends before its last row.");
        }
        var vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = type.floating(row, i * type.bytes());
        }
        return vector;
    }

    /** All texts of an array of one dimension. */
    public static List<String> texts(InputStream in) throws IOException {
        var header = NpyHeader.read(in);
        var field = header.fields().getFirst();
        if (!field.name().isEmpty()
                || header.shape().size() != 1
                || !field.type().isText()
                || field.type().bytes() > LONGEST_TEXT
                || header.shape().getFirst() > MOST_TEXTS) {
            throw new NpyFormatException("An array of one dimension is expected, of ids as S36 or U36.");
        }
        var texts = new ArrayList<String>();
        var element = ByteBuffer.allocate((int) field.bytes());
        for (long left = header.shape().getFirst(); left > 0; left--) {
            if (in.readNBytes(element.array(), 0, element.capacity()) < element.capacity()) {
                throw new NpyFormatException("The .npy file of ids ends " + left + " rows too early.");
            }
            texts.add(field.type().text(element, 0));
        }
        return texts;
    }
}
