package io.accession.storage.inventory;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import io.accession.core.draft.InventoryRow;
import io.accession.core.draft.InventoryRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Data files in Parquet. They are described at their ends, so each is kept as a file while it is read. */
final class ParquetInventoryRows implements InventoryRows {

    private static final String BUCKET = "bucket";
    private static final String KEY = "key";
    private static final String SIZE = "size";
    private static final String LATEST = "is_latest";
    private static final String DELETED = "is_delete_marker";

    private final Path directory;

    ParquetInventoryRows(Path directory) {
        this.directory = directory;
    }

    @Override
    public void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException {
        Files.createDirectories(directory);
        var file = Files.createTempFile(directory, "inventory-", ".parquet");
        try {
            Files.copy(dataFile, file, StandardCopyOption.REPLACE_EXISTING);
            read(file, sink);
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Path file, RowSink sink) throws IOException {
        try (var parquet = ParquetFileReader.open(InputFile.of(file))) {
            var there = new HashSet<String>();
            parquet.getFileSchema().getColumns().stream()
                    .map(ColumnSchema::name)
                    .forEach(there::add);
            if (!there.contains(BUCKET) || !there.contains(KEY)) {
                throw new IOException("it has no columns bucket and key");
            }
            var wanted = Stream.of(BUCKET, KEY, SIZE, LATEST, DELETED).filter(there::contains);
            var projection = ColumnProjection.columns(wanted.toArray(String[]::new));
            try (var rows = parquet.buildRowReader().projection(projection).build()) {
                while (rows.hasNext()) {
                    rows.next();
                    sink.accept(row(rows, there));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException("it is no sound Parquet file", e);
        }
    }

    private static InventoryRow row(RowReader rows, Set<String> there) {
        boolean isCurrent = isTrue(rows, LATEST, there, true) && !isTrue(rows, DELETED, there, false);
        long size = (there.contains(SIZE) && !rows.isNull(SIZE)) ? rows.getLong(SIZE) : -1;
        return new InventoryRow(rows.getString(BUCKET), rows.getString(KEY), size, isCurrent);
    }

    private static boolean isTrue(RowReader rows, String column, Set<String> there, boolean otherwise) {
        return (there.contains(column) && !rows.isNull(column)) ? rows.getBoolean(column) : otherwise;
    }
}
