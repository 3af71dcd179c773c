package io.accession.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items to be linked to a dataset, all of them or none.
 *
 * @param duplicates what to do with those that the dataset has; SKIP when null
 */
public record NewDataRows(List<UUID> items, @Nullable Duplicates duplicates) {

    public NewDataRows {
        items = List.copyOf(items);
    }

    /** Leave them, refuse the whole request, or add another row. */
    public enum Duplicates {
        SKIP,
        FAIL,
        DUPLICATE
    }
}
