package io.accession.core.probe;

import io.accession.core.job.JobTerms;
import java.util.List;

/**
 * What came of a chunk, and what it cost: requests made to the storage and bytes read from it.
 *
 * @param rendered whether its units had been looked at before, and were rendered now
 */
public record ProbedChunk(JobTerms job, List<UnitOutcome> outcomes, long requests, long bytesRead, boolean rendered) {

    public ProbedChunk(JobTerms job, List<UnitOutcome> outcomes, long requests, long bytesRead) {
        this(job, outcomes, requests, bytesRead, false);
    }

    public ProbedChunk {
        outcomes = List.copyOf(outcomes);
    }
}
