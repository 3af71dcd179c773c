package io.accession.storage.inventory;

import io.accession.core.draft.InventoryRow;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads one data file in a process of its own and tells its rows on standard output: a byte for what follows, a row's bucket, key, size and
 * whether it is current, or why there are no more. Whatever the file does to its reader ends with the process.
 */
final class ParquetChild {

    private static final int ROW = 1;
    private static final int END = 2;
    private static final int UNSOUND = 3;
    private static final int LONGEST_TEXT = 64 << 10;

    private ParquetChild() {}

    public static void main(String[] arguments) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            System.setOut(System.err);
            try {
                ParquetDataFile.read(Path.of(arguments[0]), row -> write(row, out));
                out.writeByte(END);
            } catch (IOException e) {
                out.writeByte(UNSOUND);
                write(String.valueOf(e.getMessage()), out);
            }
        }
        Runtime.getRuntime().halt(0); // whatever threads are left
    }

    private static void write(InventoryRow row, DataOutputStream out) throws IOException {
        out.writeByte(ROW);
        write(row.bucket(), out);
        write(row.key(), out);
        out.writeLong(row.bytes());
        out.writeBoolean(row.isCurrent());
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw new IOException("a row names an object with more than " + LONGEST_TEXT + " bytes");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** What a child told next. */
    sealed interface Told {
        record Row(InventoryRow row) implements Told {}

        record End() implements Told {}

        record Unsound(String reason) implements Told {}
    }

    static Told read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ROW -> new Told.Row(new InventoryRow(text(in), text(in), in.readLong(), in.readBoolean()));
            case END -> new Told.End();
            case UNSOUND -> new Told.Unsound(text(in));
            default -> throw new IOException("the reading process told nonsense");
        };
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("the reading process told nonsense");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
