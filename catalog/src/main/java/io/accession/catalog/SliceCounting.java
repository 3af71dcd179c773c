package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.promote.UnitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/** Adds what became of units to the counts of their slices, all in one statement. */
final class SliceCounting {

    private static final String COUNT = """
        UPDATE upload_slice s
           SET probed = s.probed + c.probed, known = s.known + c.known, registered = s.registered + c.registered,
               failed = s.failed + c.failed
          FROM unnest(:slices, :probed, :known, :registered, :failed)
            AS c (slice_no, probed, known, registered, failed)
         WHERE s.job_id = :job AND s.slice_no = c.slice_no
        """;

    // What does not belong to one slice is counted with the first that the chunk touched.
    private static final String COUNT_COST = """
        UPDATE upload_slice
           SET requests = requests + :requests, bytes_read = bytes_read + :bytesRead,
               metadata_updated = metadata_updated + :metadataUpdated
         WHERE job_id = :job AND slice_no = :slice
        """;

    private static final class Counts {
        private int probed;
        private int known;
        private int registered;
        private int failed;
    }

    private final TreeMap<Integer, Counts> slices = new TreeMap<>();

    /** {@code decided} says whether a unit counts as probed now, or was counted before. */
    void add(int slice, UnitResult result, boolean decided) {
        var counts = slices.computeIfAbsent(slice, number -> new Counts());
        switch (result) {
            case UnitResult.Registered registered -> counts.registered++;
            case UnitResult.Known known -> counts.known++;
            case UnitResult.Failed failed -> counts.failed++;
            case UnitResult.Remembered remembered -> {}
            case UnitResult.ToRender toRender -> {}
            case UnitResult.Later later -> {}
        }
        counts.probed += decided && !(result instanceof UnitResult.Later) ? 1 : 0;
    }

    void record(Handle handle, JobTerms job) {
        handle.createUpdate(COUNT)
                .bind("job", job.id().value())
                .bind("slices", SqlArrays.integers(handle, slices.keySet().stream()))
                .bind("probed", SqlArrays.integers(handle, column(counts -> counts.probed).stream()))
                .bind("known", SqlArrays.integers(handle, column(counts -> counts.known).stream()))
                .bind("registered", SqlArrays.integers(handle, column(counts -> counts.registered).stream()))
                .bind("failed", SqlArrays.integers(handle, column(counts -> counts.failed).stream()))
                .execute();
    }

    private List<Integer> column(ToIntFunction<Counts> column) {
        var values = new ArrayList<Integer>(slices.size());
        slices.values().forEach(counts -> values.add(column.applyAsInt(counts)));
        return values;
    }

    static void recordCost(Handle handle, JobTerms job, int slice, Map<String, Long> cost) {
        handle.createUpdate(COUNT_COST)
                .bind("job", job.id().value())
                .bind("slice", slice)
                .bindMap(cost)
                .execute();
    }
}
