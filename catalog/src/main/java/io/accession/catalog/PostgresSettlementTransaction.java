package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.JobState;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.ClaimedSlice;
import io.accession.core.plan.NewUnit;
import io.accession.core.plan.SliceCounts;
import io.accession.core.plan.SoundEntry;
import io.accession.core.promote.UnitResult;
import io.accession.core.receive.SliceFormat;
import io.accession.core.settle.SettlementTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transaction in which one job is settled, and, if it is atomic, promoted. */
final class PostgresSettlementTransaction extends PostgresCatalogue implements SettlementTransaction {

    private static final String START = "start";
    private static final int PAGE = 5_000;

    private static final String SLICE = """
        SELECT body FROM upload_slice WHERE job_id = :job AND slice_no = :slice
        """;

    private static final String PROBED = """
        SELECT u.ordinal, u.slice_no, u.slot, u.type_key, u.identity_hash, u.entry, u.facts
          FROM (SELECT p.*, sum(octet_length(p.entry)) OVER (ORDER BY p.ordinal) - octet_length(p.entry) AS bytes_before
                  FROM (SELECT f.ordinal, f.slice_no, f.slot, f.type_key, f.identity_hash, f.entry, f.facts
                          FROM upload_unit f
                         WHERE f.job_id = :job AND f.ordinal > :after AND f.state = 'PROBED'
                         ORDER BY f.ordinal
                         LIMIT :limit) p) u
         WHERE u.bytes_before < :bytes
         ORDER BY u.ordinal
        """;

    private static final String PROMOTED = """
        UPDATE upload_slice
           SET known_ids = :knownIds, known = :known, registered = :registered, metadata_updated = :metadataUpdated
         WHERE job_id = :job AND slice_no = :slice
        """;

    private static final String CANCEL_SLICES = """
        UPDATE upload_slice
           SET state = CASE state WHEN 'WAITING' THEN 'CANCELLED' ELSE state END,
               cancelled = entries - known - repeated - registered - failed
         WHERE job_id = :job
        """;

    private static final String CANCEL_UNITS = """
        UPDATE upload_unit SET state = 'CANCELLED' WHERE job_id = :job AND state IN ('TO_PROBE', 'TO_RENDER', 'PROBED')
        """;

    private static final String END = """
        UPDATE upload_job SET state = :state, message = :message, ended_at = now() WHERE id = :job
        """;

    private static final String FAIL_UNITS = """
        DELETE FROM upload_unit WHERE job_id = :job AND ordinal = ANY(:ordinals)
        """;

    private static final String COUNT_FAILED = """
        UPDATE upload_slice SET failed = failed + :failed WHERE job_id = :job AND slice_no = :slice
        """;

    private final JobTerms job;
    private final int slices;
    private final UnitRows rows;
    private final EntryParser parser;
    private final Map<Integer, Integer> sliceOfUnit = new HashMap<>();

    PostgresSettlementTransaction(Handle handle, JobTerms job, int slices, ManifestLimits limits) {
        super(handle);
        this.job = job;
        this.slices = slices;
        this.rows = new UnitRows(limits);
        this.parser = new EntryParser(limits);
        handle.savepoint(START);
    }

    @Override
    public void forEachSlice(Consumer<ClaimedSlice> work) {
        for (int number = 0; number < slices; number++) {
            work.accept(new ClaimedSlice(job, number, body(number)));
        }
    }

    private byte[] body(int number) {
        return handle.createQuery(SLICE)
                .bind("job", job.id().value())
                .bind("slice", number)
                .mapTo(byte[].class)
                .one();
    }

    @Override
    public void forEachProbed(Consumer<List<SoundEntry>> work) {
        int after = -1;
        for (var page = probedAfter(after); !page.isEmpty(); page = probedAfter(after)) {
            work.accept(page);
            after = page.getLast().ordinal();
            sliceOfUnit.clear();
        }
    }

    private List<SoundEntry> probedAfter(int ordinal) {
        var units = handle.createQuery(PROBED)
                .bind("job", job.id().value())
                .bind("after", ordinal)
                .bind("limit", PAGE)
                .bind("bytes", UnitRows.PAGE_BYTES)
                .map((row, context) -> probed(row))
                .list();
        var entries = GivenItemRows.resolve(
                handle, job, units.stream().map(SoundEntry::entry).toList());
        return IntStream.range(0, units.size())
                .mapToObj(i -> units.get(i).with(entries.get(i)))
                .toList();
    }

    private SoundEntry probed(ResultSet row) throws SQLException {
        sliceOfUnit.put(row.getInt("ordinal"), row.getInt("slice_no"));
        return rows.sound(row);
    }

    @Override
    public void recordSlice(ClaimedSlice slice, SliceCounts counts) {
        handle.createUpdate(PROMOTED)
                .bind("job", job.id().value())
                .bind("slice", slice.number())
                .bind("knownIds", PostgresSliceTransaction.packed(counts.knownItems()))
                .bind("known", counts.known())
                .bind("registered", counts.registered())
                .bind("metadataUpdated", counts.metadataUpdated())
                .execute();
    }

    @Override
    public void recordUnits(Map<Integer, UnitResult> results, int metadataUpdated) {
        var counting = new SliceCounting();
        results.forEach((ordinal, result) -> counting.add(slice(ordinal), result, false));
        UnitResults.record(handle, job, results);
        counting.record(handle, job);
        var first = results.keySet().iterator().next();
        SliceCounting.recordCost(
                handle, job, slice(first), Map.of("requests", 0L, "bytesRead", 0L, "metadataUpdated", (long)
                        metadataUpdated));
    }

    private int slice(int ordinal) {
        var slice = sliceOfUnit.get(ordinal);
        if (slice == null) {
            throw new IllegalStateException("unit " + ordinal + " is not of this page");
        }
        return slice;
    }

    @Override
    public void cancelRest() {
        handle.createUpdate(CANCEL_SLICES).bind("job", job.id().value()).execute();
        handle.createUpdate(CANCEL_UNITS).bind("job", job.id().value()).execute();
    }

    @Override
    public void end(JobState state, @Nullable String message) {
        handle.createUpdate(END)
                .bind("job", job.id().value())
                .bind("state", state.name())
                .bind("message", message)
                .execute();
        DatasetUploads.link(handle, job.id());
        Wakeup.send(handle);
    }

    @Override
    public void failInstead(Map<Integer, Failure> failures) {
        handle.rollbackToSavepoint(START);
        handle.createUpdate(FAIL_UNITS)
                .bind("job", job.id().value())
                .bind("ordinals", SqlArrays.integers(handle, failures.keySet().stream()))
                .execute();
        forEachSlice(slice -> {
            var units = failedUnits(slice, failures);
            if (!units.isEmpty()) {
                UnitCopy.into(handle, job, slice.number(), units);
                handle.createUpdate(COUNT_FAILED)
                        .bind("job", job.id().value())
                        .bind("slice", slice.number())
                        .bind("failed", units.size())
                        .execute();
            }
        });
    }

    private List<NewUnit> failedUnits(ClaimedSlice slice, Map<Integer, Failure> failures) {
        var units = new ArrayList<NewUnit>();
        SliceFormat.read(slice.body(), sliced -> {
            var failure = failures.get(sliced.ordinal());
            if (failure != null) {
                var raw = sliced.raw();
                ItemKind kind = parser.parse(sliced.position().typeKey(), raw.buffer(), raw.offset(), raw.length())
                        .kind();
                units.add(new NewUnit(
                        sliced.ordinal(), sliced.slot(), sliced.position(), kind, raw, sliced.identity(), failure));
            }
        });
        return units;
    }
}
