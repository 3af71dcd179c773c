package io.accession.core.registry;

import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import java.util.List;

/**
 * The rows of datasets. Whoever may look at a dataset may look at its items through it, wherever they lie. A dataset, row or item that is
 * missing or forbidden is a {@code NotFoundOrForbidden}. Each change happens as a whole or not at all, in a constant number of statements.
 */
public interface DataRows {

    /** In the order in which the items were registered. */
    Page<DataRow> list(Principal asking, DatasetId dataset, DataRowFilter filter, PageRequest page);

    /** The frames or files of a row's composite, in their order; empty for other rows. */
    List<RegisteredItem> listMembers(Principal asking, DatasetId dataset, DataRowId row);

    /** In the order of the ids. */
    List<DataRow> readAll(Principal asking, DatasetId dataset, List<DataRowId> rows);

    /** The rows of those of the items that the dataset has, in the order of the items; several where it has an item more than once. */
    List<DataRow> listOf(Principal asking, DatasetId dataset, List<ItemId> items);

    /**
     * Links items that the asker may see. In a dataset that mirrors a folder only what lies there is a row, always once.
     *
     * @return the row of each item, new or not, in the order of the items; its first where it had several
     */
    List<DataRowId> link(Principal asking, DatasetId dataset, List<ItemId> items, DuplicateLinks duplicates);

    /** Links the items of an upload job when it ends, except those that the dataset has; at once if it has ended. */
    void linkWhenEnded(Principal asking, DatasetId dataset, JobId job);

    /** Whether {@link #linkWhenEnded} was said of the job and the dataset. */
    boolean awaits(Principal asking, DatasetId dataset, JobId job);

    /** Unlinks items, which stay where they are. Rows of a mirrored folder go with their items, so that a role in the folder is needed too. */
    void remove(Principal asking, DatasetId dataset, List<DataRowId> rows);
}
