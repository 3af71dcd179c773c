package io.accession.core.registry;

import io.accession.core.domain.DataRowId;
import java.time.Instant;
import java.util.List;

/**
 * Which datasets have an item.
 *
 * @param datasets how many there are
 * @param accessible those of them that the asker may see
 */
public record DatasetUse(int datasets, List<InDataset> accessible) {

    public DatasetUse {
        accessible = List.copyOf(accessible);
    }

    /** {@code since} is when the item first came to the dataset. */
    public record InDataset(Dataset dataset, List<DataRowId> rows, Instant since) {
        public InDataset {
            rows = List.copyOf(rows);
        }
    }
}
