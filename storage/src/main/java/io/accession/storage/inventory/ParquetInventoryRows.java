package io.accession.storage.inventory;

import io.accession.core.draft.InventoryRows;
import io.accession.storage.parquet.ParquetRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Data files in Parquet. */
final class ParquetInventoryRows implements InventoryRows {

    private final Path directory;

    ParquetInventoryRows(Path directory) {
        this.directory = directory;
    }

    @Override
    public void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException {
        try (var rows = ParquetRows.ofInventory(dataFile, directory)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                sink.accept(row.get());
            }
        }
    }
}
