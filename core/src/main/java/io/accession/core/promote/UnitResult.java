package io.accession.core.promote;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import io.accession.core.plan.Rendition;
import io.accession.core.plan.SoundEntry.Sighting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written down of one unit. */
public sealed interface UnitResult {

    record Registered(ItemId item) implements UnitResult {}

    /** The folder had the item already when the unit was promoted. */
    record Known(ItemId item) implements UnitResult {}

    /** Sound, of an atomic job that is not yet decided. */
    record Remembered(List<Sighting> sightings, @Nullable Rendition rendition) implements UnitResult {}

    /** Looked at; its video is made next. */
    record ToRender(List<Sighting> sightings) implements UnitResult {}

    record Failed(Failure failure) implements UnitResult {}

    /** To be tried again in the room that it is in. */
    record Later(Failure failure, Duration pause) implements UnitResult {}
}
