package io.accession.core.settle;

import io.accession.core.domain.Failure;
import io.accession.core.domain.JobState;
import io.accession.core.promote.JobTransaction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transaction in which one job is settled. It holds the job's row {@code FOR UPDATE}. */
public interface SettlementTransaction extends JobTransaction {

    /** Counts everything that is neither registered, known nor failed as cancelled. */
    void cancelRest();

    void end(JobState state, @Nullable String message);

    /** Forgets everything done in this transaction so far, and writes down these failures instead. */
    void failInstead(Map<Integer, Failure> failures);
}
