package io.accession.core.plan;

import io.accession.core.catalogue.CatalogueTransaction;
import java.util.List;

/** The transaction in which one slice is planned. It holds the job's and the folder's rows {@code FOR SHARE}. */
public interface SliceTransaction extends CatalogueTransaction {

    void addUnits(ClaimedSlice slice, List<NewUnit> units);

    /** Marks the slice planned. */
    void finish(ClaimedSlice slice, SliceCounts counts);
}
