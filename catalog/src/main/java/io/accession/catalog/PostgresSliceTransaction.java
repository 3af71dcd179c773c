package io.accession.catalog;

import io.accession.core.domain.ItemId;
import io.accession.core.plan.ClaimedSlice;
import io.accession.core.plan.NewUnit;
import io.accession.core.plan.SliceCounts;
import io.accession.core.plan.SliceTransaction;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The transaction in which one slice is planned. */
final class PostgresSliceTransaction extends PostgresCatalogue implements SliceTransaction {

    private static final int KNOWN_BYTES = Integer.BYTES + 16;

    private static final String PLANNED = """
            UPDATE upload_slice
               SET state = 'PLANNED', known_ids = :knownIds, known = :known, repeated = :repeated, trusted = :trusted,
                   to_probe = :toProbe, registered = :registered, metadata_updated = :metadataUpdated, failed = :failed
             WHERE job_id = :job AND slice_no = :slice
            """;

    PostgresSliceTransaction(Handle handle) {
        super(handle);
    }

    @Override
    public void addUnits(ClaimedSlice slice, List<NewUnit> units) {
        if (!units.isEmpty()) {
            UnitCopy.into(handle, slice.job(), slice.number(), units);
        }
    }

    @Override
    public void finish(ClaimedSlice slice, SliceCounts counts) {
        handle.createUpdate(PLANNED)
                .bind("job", slice.job().id().value())
                .bind("slice", slice.number())
                .bind("knownIds", packed(counts.knownItems()))
                .bind("known", counts.known())
                .bind("repeated", counts.repeated())
                .bind("trusted", counts.trusted())
                .bind("toProbe", counts.toProbe())
                .bind("registered", counts.registered())
                .bind("metadataUpdated", counts.metadataUpdated())
                .bind("failed", counts.failed())
                .execute();
        Wakeup.send(handle);
    }

    /** Ordinal and id of each, in the order of ordinals. */
    static byte[] packed(Map<Integer, ItemId> items) {
        var bytes = ByteBuffer.allocate(items.size() * KNOWN_BYTES);
        items.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(item -> bytes.putInt(item.getKey())
                        .putLong(item.getValue().value().getMostSignificantBits())
                        .putLong(item.getValue().value().getLeastSignificantBits()));
        return bytes.array();
    }
}
