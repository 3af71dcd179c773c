package io.accession.core.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectStat;

/** What came of looking at an object. */
public sealed interface ProbeResult {

    record Probed(MediaFacts facts, ObjectStat stat) implements ProbeResult {}

    /** The object is there but is not what its entry says, or cannot be had. Trying again cannot help. */
    record Unreadable(Failure failure) implements ProbeResult {}

    /** The storage did not answer, or asked us to slow down. Trying again may help. */
    record Unreachable(Failure failure) implements ProbeResult {}
}
