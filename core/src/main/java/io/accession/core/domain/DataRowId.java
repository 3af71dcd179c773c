package io.accession.core.domain;

import java.util.UUID;

/** One item in one dataset. An item that a dataset has twice has two; the row of a mirrored item has the item's own id. */
public record DataRowId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
