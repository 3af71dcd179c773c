package io.accession.storage.inventory;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import io.accession.core.draft.InventoryRow;
import io.accession.core.draft.InventoryRows.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data file in Parquet. Reading a damaged one may leave threads behind that never end: {@link ParquetChild} is where that does no harm. */
final class ParquetDataFile {

    private static final String BUCKET = "bucket";
    private static final String KEY = "key";
    private static final String SIZE = "size";
    private static final String LATEST = "is_latest";
    private static final String DELETED = "is_delete_marker";

    private ParquetDataFile() {}

    static void read(Path file, RowSink sink) throws IOException {
        try (var parquet = sound(() -> ParquetFileReader.open(InputFile.of(file)))) {
            var there = sound(() -> columns(parquet));
            if (!there.contains(BUCKET) || !there.contains(KEY)) {
                throw new IOException("it has no columns bucket and key");
            }
            try (var rows = sound(() -> rows(parquet, there))) {
                while (sound(rows::hasNext)) {
                    sink.accept(sound(() -> next(rows, there)));
                }
            }
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** The reader tells of damage in many ways: whatever it throws, the file is to blame. Lengths that lie are arrays too large for memory. */
    private static <T> T sound(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new IOException("it is no sound Parquet file", e);
        }
    }

    private static Set<String> columns(ParquetFileReader parquet) {
        return parquet.getFileSchema().getColumns().stream()
                .map(ColumnSchema::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RowReader rows(ParquetFileReader parquet, Set<String> there) {
        var wanted = Stream.of(BUCKET, KEY, SIZE, LATEST, DELETED).filter(there::contains);
        return parquet.buildRowReader()
                .projection(ColumnProjection.columns(wanted.toArray(String[]::new)))
                .build();
    }

    private static InventoryRow next(RowReader rows, Set<String> there) throws IOException {
        rows.next();
        if (rows.isNull(BUCKET) || rows.isNull(KEY)) {
            throw new IOException("a row names no object");
        }
        boolean isCurrent = isTrue(rows, LATEST, there, true) && !isTrue(rows, DELETED, there, false);
        long size = (there.contains(SIZE) && !rows.isNull(SIZE)) ? rows.getLong(SIZE) : -1;
        return new InventoryRow(rows.getString(BUCKET), rows.getString(KEY), size, isCurrent);
    }

    private static boolean isTrue(RowReader rows, String column, Set<String> there, boolean otherwise) {
        return (there.contains(column) && !rows.isNull(column)) ? rows.getBoolean(column) : otherwise;
    }
}
