package io.accession.storage.inventory;

import io.accession.core.draft.CsvInventoryRows;
import io.accession.core.draft.InventoryRows;
import io.accession.core.draft.S3Inventory;
import java.nio.file.Path;
import java.util.Map;

/** The formats of inventories that can be read. */
public final class Inventories {

    private Inventories() {}

    /** {@code directory} is where files wait that have to be read from their ends. */
    public static Map<S3Inventory.Format, InventoryRows> formats(Path directory) {
        return Map.of(
                S3Inventory.Format.CSV, new CsvInventoryRows(),
                S3Inventory.Format.PARQUET, new ParquetInventoryRows(directory));
    }
}
