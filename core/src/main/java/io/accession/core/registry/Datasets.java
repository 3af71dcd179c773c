package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;

/**
 * The datasets there are. One that is missing or forbidden is a {@code NotFoundOrForbidden}; whoever changes something has to be an
 * administrator of the dataset. Roles in a mirroring dataset and in its folder are given separately.
 */
public interface Datasets {

    Dataset create(Principal asking, NewDataset dataset);

    Dataset read(Principal asking, DatasetId dataset);

    /** A dataset that the asker may change. */
    Dataset readToChange(Principal asking, DatasetId dataset);

    /** In the order of their making. */
    Page<Dataset> list(Principal asking, DatasetFilter filter, PageRequest page);

    Dataset change(Principal asking, DatasetId dataset, DatasetChange change);

    /** Removes the dataset with its rows. Items stay, and so does a mirrored folder, as an ordinary one. */
    void remove(Principal asking, DatasetId dataset);

    /** Which datasets have an item that the asker may see. */
    DatasetUse use(Principal asking, ItemId item);
}
