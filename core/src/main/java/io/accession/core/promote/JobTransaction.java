package io.accession.core.promote;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.plan.ClaimedSlice;
import io.accession.core.plan.SliceCounts;
import io.accession.core.plan.SoundEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The transaction in which a whole atomic job is promoted. It holds the folder's row {@code FOR SHARE}. */
public interface JobTransaction extends CatalogueTransaction {

    /** The job's slices in order, one in memory at a time. */
    void forEachSlice(Consumer<ClaimedSlice> slices);

    /** The units that were found sound, in order, some thousand at a time, fewer when their entries are large. */
    void forEachProbed(Consumer<List<SoundEntry>> units);

    /** Counts what a slice's trusted entries became. */
    void recordSlice(ClaimedSlice slice, SliceCounts counts);

    /** Counts what probed units became; by ordinal. */
    void recordUnits(Map<Integer, UnitResult> results, int metadataUpdated);
}
