package io.accession.core.registry;

import io.accession.core.domain.DataRowId;
import io.accession.core.domain.ItemKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows of a dataset to list; {@code kinds} and {@code rows} null: all. */
public record DataRowFilter(
        TextFilter title,
        TimeFilter created,
        @Nullable Set<ItemKind> kinds,
        @Nullable Set<DataRowId> rows) {

    public static final DataRowFilter ALL = new DataRowFilter(TextFilter.ALL, TimeFilter.ALL, null, null);

    public DataRowFilter {
        kinds = kinds == null ? null : Set.copyOf(kinds);
        rows = rows == null ? null : Set.copyOf(rows);
    }
}
