package io.accession.storage.parquet;

import io.accession.core.draft.InventoryRow;
import io.accession.core.embedding.VectorImport;
import io.accession.storage.parquet.ParquetChild.Told;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The rows of a file, which a process of its own reads. Files are described at their ends, so each is kept on disk until this is closed. For one
 * thread.
 */
public final class ParquetRows<T> implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final RowKind<T> kind;
    private final Path work;
    private final Process child;
    private final DataInputStream told;
    private final Silence silence;

    private ParquetRows(RowKind<T> kind, Path work, Process child) {
        this.kind = kind;
        this.work = work;
        this.child = child;
        this.told = new DataInputStream(new BufferedInputStream(child.getInputStream(), 1 << 16));
        this.silence = new Silence(child, LONGEST_SILENCE);
    }

    /** Objects of a bucket. The file lies below {@code directory} meanwhile, which is made when it is missing. */
    public static ParquetRows<InventoryRow> ofInventory(InputStream file, Path directory) throws IOException {
        return open(new InventoryRowKind(), file, directory);
    }

    /** Vectors and whose they are. A vector that is missing has no numbers. */
    public static ParquetRows<VectorImport.Row> ofVectors(InputStream file, Path directory) throws IOException {
        return open(new VectorRowKind(), file, directory);
    }

    private static <T> ParquetRows<T> open(RowKind<T> kind, InputStream in, Path directory) throws IOException {
        Files.createDirectories(directory);
        var work = Files.createTempDirectory(directory, "parquet-");
        try {
            var file = work.resolve("rows.parquet");
            Files.copy(in, file);
            return new ParquetRows<>(kind, work, start(kind, file, work));
        } catch (IOException | RuntimeException e) {
            remove(work);
            throw e;
        }
    }

    /** With this program's class path and nothing of its environment. */
    private static Process start(RowKind<?> kind, Path file, Path work) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + work,
                "-cp",
                System.getProperty("java.class.path"),
                ParquetChild.class.getName(),
                kind.name(),
                file.toString());
        builder.environment().clear();
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /**
     * The next row; empty at the end, and not to be asked for after it.
     *
     * @throws ParquetFormatException when the file is not as it has to be
     */
    public Optional<T> next() throws IOException {
        return switch (silence.during(this::read)) {
            case Told.Row<T>(T row) -> Optional.of(row);
            case Told.End<T> _ -> Optional.empty();
            case Told.Unsound<T>(var reason) -> throw new ParquetFormatException(reason);
        };
    }

    private Told<T> read() throws IOException {
        try {
            return ParquetChild.read(kind, told);
        } catch (EOFException e) {
            throw new ParquetFormatException("it is no sound Parquet file", e);
        }
    }

    /** Ends the process, whatever it does, and removes the file. */
    @Override
    public void close() throws IOException {
        silence.close();
        child.destroyForcibly().onExit().join();
        told.close();
        remove(work);
    }

    /** The child unpacks native code beside the file. */
    private static void remove(Path work) throws IOException {
        try (var files = Files.list(work)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }
}
