package io.accession.storage.parquet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rows that are wanted of files: how they are found there, and how one process tells them to the other. */
sealed interface RowKind<T> permits InventoryRowKind, VectorRowKind {

    int LONGEST_TEXT = 64 << 10;

    /** By which the other process knows it. */
    String name();

    void read(SoundParquet file, Sink<T> sink) throws IOException;

    void write(T row, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;

    @FunctionalInterface
    interface Sink<T> {
        void accept(T row) throws IOException;
    }

    static RowKind<?> named(String name) {
        return switch (name) {
            case InventoryRowKind.NAME -> new InventoryRowKind();
            case VectorRowKind.NAME -> new VectorRowKind();
            default -> throw new IllegalArgumentException("there are no rows named " + name);
        };
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw new ParquetFormatException("a row has a text of more than " + LONGEST_TEXT + " bytes");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("the reading process told nonsense");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
