package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.plan.NewUnit;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Copies new units into their table. */
final class UnitCopy {

    private static final String UNITS = """
            COPY upload_unit (job_id, ordinal, slice_no, slot, kind, type_key, type_index, line, col, entry, identity_hash,
                              state, failure_code, failure_message)
            FROM STDIN (FORMAT binary)""";

    private UnitCopy() {}

    static void into(Handle handle, JobTerms job, int slice, List<NewUnit> units) {
        try {
            BinaryCopy.into(handle, UNITS, copy -> {
                for (var unit : units) {
                    write(copy, job, slice, unit);
                }
            });
        } catch (SQLException e) {
            throw SqlStates.translate(e);
        }
    }

    private static void write(BinaryCopy copy, JobTerms job, int slice, NewUnit unit) throws SQLException {
        var identity = unit.identity();
        copy.row(14)
                .put(job.id().value())
                .put(unit.ordinal())
                .put(slice)
                .put(unit.slot())
                .put(unit.kind().wireName())
                .put(unit.position().typeKey())
                .put(unit.position().index())
                .put(unit.position().line())
                .put(unit.position().column())
                .putText(unit.entry());
        if (identity == null) {
            copy.putNull();
        } else {
            copy.put(identity.bytes());
        }
        var failure = unit.failure();
        if (failure == null) {
            copy.put("TO_PROBE").putNull().putNull();
        } else {
            copy.put("FAILED").put(failure.code().name()).put(failure.message());
        }
    }
}
