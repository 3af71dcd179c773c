package io.accession.core.draft;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the data files of an inventory in one format. */
public interface InventoryRows {

    @FunctionalInterface
    interface RowSink {
        void accept(InventoryRow row) throws IOException;
    }

    /**
     * {@code columns} are those of the inventory's description, in their order. Does not close the file.
     *
     * @throws IOException also when the file is damaged
     */
    void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException;
}
