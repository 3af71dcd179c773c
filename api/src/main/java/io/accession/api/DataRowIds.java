package io.accession.api;

import java.util.List;
import java.util.UUID;

/** Rows of a dataset. */
public record DataRowIds(List<UUID> rows) {

    public DataRowIds {
        rows = List.copyOf(rows);
    }
}
