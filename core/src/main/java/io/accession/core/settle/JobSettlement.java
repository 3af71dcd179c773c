package io.accession.core.settle;

import io.accession.core.domain.JobState;
import io.accession.core.promote.AtomicPromotion;

/** Ends jobs whose units are all decided. Settling twice changes nothing. Safe for use by many threads. */
public final class JobSettlement {

    private final DecidedJobs jobs;
    private final AtomicPromotion promotion;

    public JobSettlement(DecidedJobs jobs, AtomicPromotion promotion) {
        this.jobs = jobs;
        this.promotion = promotion;
    }

    /** Ends one job; false when none is decided. */
    public boolean settleNext() {
        return jobs.settleNext(this::settle);
    }

    private void settle(DecidedJob job, SettlementTransaction transaction) {
        if (job.folderGone()) {
            transaction.cancelRest();
            transaction.end(JobState.ERROR, "The folder was deleted while the job ran.");
        } else if (job.cancelling()) {
            transaction.cancelRest();
            transaction.end(JobState.CANCELLED, null);
        } else {
            switch (job.terms().mode()) {
                case TOLERANT -> transaction.end(JobState.DONE, null);
                case ATOMIC -> settleAtomically(job, transaction);
            }
        }
    }

    private void settleAtomically(DecidedJob job, SettlementTransaction transaction) {
        if (job.failed() > 0) {
            refuse(job.failed(), transaction);
            return;
        }
        var failures = promotion.promote(job.terms(), transaction);
        if (failures.isEmpty()) {
            transaction.end(JobState.DONE, null);
        } else {
            transaction.failInstead(failures);
            refuse(failures.size(), transaction);
        }
    }

    private static void refuse(int failed, SettlementTransaction transaction) {
        transaction.cancelRest();
        transaction.end(
                JobState.ERROR,
                (failed == 1 ? "1 entry" : failed + " entries")
                        + " failed, so nothing was registered. Mend the manifest, or ignore individual errors.");
    }
}
