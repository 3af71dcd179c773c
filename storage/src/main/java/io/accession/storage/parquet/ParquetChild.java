package io.accession.storage.parquet;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads one file in a process of its own and tells its rows on standard output: a byte for what follows, a row as its kind writes it, or why there
 * are no more. Whatever the file does to its reader ends with the process.
 */
final class ParquetChild {

    private static final int ROW = 1;
    private static final int END = 2;
    private static final int UNSOUND = 3;

    private ParquetChild() {}

    /** The name of a {@link RowKind}, and a file. */
    public static void main(String[] arguments) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            System.setOut(System.err);
            try (var file = SoundParquet.open(Path.of(arguments[1]))) {
                tell(RowKind.named(arguments[0]), file, out);
                out.writeByte(END);
            } catch (ParquetFormatException e) {
                out.writeByte(UNSOUND);
                RowKind.writeText(String.valueOf(e.getMessage()), out);
            }
        }
        Runtime.getRuntime().halt(0); // whatever threads are left
    }

    private static <T> void tell(RowKind<T> kind, SoundParquet file, DataOutputStream out) throws IOException {
        kind.read(file, row -> {
            out.writeByte(ROW);
            kind.write(row, out);
        });
    }

    /** What a child told next. */
    sealed interface Told<T> {
        record Row<T>(T row) implements Told<T> {}

        record End<T>() implements Told<T> {}

        record Unsound<T>(String reason) implements Told<T> {}
    }

    static <T> Told<T> read(RowKind<T> kind, DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ROW -> new Told.Row<>(kind.read(in));
            case END -> new Told.End<>();
            case UNSOUND -> new Told.Unsound<>(RowKind.readText(in));
            default -> throw new IOException("the reading process told nonsense");
        };
    }
}
