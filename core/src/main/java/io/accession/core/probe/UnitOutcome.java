package io.accession.core.probe;

import io.accession.core.domain.Failure;
import io.accession.core.plan.SoundEntry;
import java.time.Duration;

/** What came of looking at one unit. */
public sealed interface UnitOutcome {

    ClaimedUnit unit();

    record Sound(ClaimedUnit unit, SoundEntry entry) implements UnitOutcome {}

    record Failed(ClaimedUnit unit, Failure failure) implements UnitOutcome {}

    /** Looked at in vain; worth another attempt after a pause. */
    record Later(ClaimedUnit unit, Failure failure, Duration pause) implements UnitOutcome {}
}
