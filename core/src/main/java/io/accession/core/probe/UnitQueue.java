package io.accession.core.probe;

import java.time.Duration;
import java.util.Optional;

/** The units that wait to be looked at. */
public interface UnitQueue {

    /**
     * Claims due units of one job, at most {@code limit} and fewer when their entries are large; jobs take turns. The lease runs from now
     * on, and a unit whose lease ran out is due again.
     */
    Optional<UnitChunk> claim(int limit, Duration lease);

    void renew(UnitChunk chunk, Duration lease);
}
