package io.accession.storage.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file as it is read. Whatever the reader throws, the file is to blame. Reading a damaged one may leave threads behind that never end:
 * {@link ParquetChild} is where that does no harm.
 */
final class SoundParquet implements AutoCloseable {

    private final ParquetFileReader reader;
    private final Set<String> columns;

    private SoundParquet(ParquetFileReader reader) throws IOException {
        this.reader = reader;
        this.columns = sound(() -> reader.getFileSchema().getRootNode().children().stream()
                .map(SchemaNode::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    static SoundParquet open(Path file) throws IOException {
        return new SoundParquet(sound(() -> ParquetFileReader.open(InputFile.of(file))));
    }

    /** The names of the outermost columns. */
    Set<String> columns() {
        return columns;
    }

    /** Goes through all rows, so many in memory at once. Those of the columns are looked at that are there. */
    void forEach(Collection<String> wanted, int rowsAtOnce, RowKind.Sink<Row> sink) throws IOException {
        var there = wanted.stream().filter(columns::contains).toArray(String[]::new);
        try (var readers = sound(() -> reader.buildColumnReaders(ColumnProjection.columns(there))
                .batchSize(rowsAtOnce)
                .build())) {
            while (sound(readers::nextBatch)) {
                var cells = sound(() -> cells(readers));
                for (int i = 0; i < readers.getRecordCount(); i++) {
                    sink.accept(new Row(cells, i));
                }
            }
        }
    }

    private static Map<String, Cells> cells(ColumnReaders readers) {
        var cells = new HashMap<String, Cells>();
        for (int i = 0; i < readers.getColumnCount(); i++) {
            var column = readers.getColumnReader(i);
            var name = column.getColumnSchema().fieldPath().topLevelName();
            cells.put(name, new Cells(name, column));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** One row of a batch. Columns that are not in the file are missing everywhere. */
    static final class Row {

        private final Map<String, Cells> cells;
        private final int row;

        private Row(Map<String, Cells> cells, int row) {
            this.cells = cells;
            this.row = row;
        }

        boolean isMissing(String column) {
            var there = cells.get(column);
            return there == null || there.isMissing(row);
        }

        String text(String column) throws IOException {
            return sound(() -> present(column).text(row));
        }

        boolean flag(String column) throws IOException {
            return sound(() -> present(column).flag(row));
        }

        long whole(String column) throws IOException {
            return sound(() -> present(column).whole(row));
        }

        /** The first {@code most} numbers of a vector. */
        float[] vector(String column, int most) throws IOException {
            return sound(() -> present(column).vector(row, most));
        }

        private Cells present(String column) {
            return Objects.requireNonNull(cells.get(column));
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** The reader tells of damage in many ways. Lengths that lie are arrays too large for memory. */
    private static <T> T sound(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new ParquetFormatException("it is no sound Parquet file", e);
        }
    }
}
