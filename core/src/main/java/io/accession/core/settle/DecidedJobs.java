package io.accession.core.settle;

/** The jobs that can be ended. */
public interface DecidedJobs {

    /** What is done with a decided job. May be called again after a rollback. */
    @FunctionalInterface
    interface SettlementWork {
        void settle(DecidedJob job, SettlementTransaction transaction);
    }

    /**
     * Hands one decided job over, in a transaction that ends with the call; repeats it when an identity was taken meanwhile.
     *
     * @return whether there was one
     */
    boolean settleNext(SettlementWork work);
}
