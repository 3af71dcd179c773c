package io.accession.core.probe;

import io.accession.core.job.JobTerms;
import java.util.List;

/** Some units of one job, claimed together. */
public record UnitChunk(JobTerms job, List<ClaimedUnit> units) {

    public UnitChunk {
        units = List.copyOf(units);
    }
}
