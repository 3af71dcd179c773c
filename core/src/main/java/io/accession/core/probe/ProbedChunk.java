package io.accession.core.probe;

import io.accession.core.job.JobTerms;
import java.util.List;

/** What came of a chunk, and what it cost: requests made to the storage and bytes read from it. */
public record ProbedChunk(JobTerms job, List<UnitOutcome> outcomes, long requests, long bytesRead) {

    public ProbedChunk {
        outcomes = List.copyOf(outcomes);
    }
}
