package io.accession.core.reencode;

import io.accession.core.domain.Failure;
import io.accession.core.domain.MediaFacts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one item. */
public sealed interface ReencodingOutcome {

    /** The object was written and becomes the item's. */
    record Reencoded(
            String objectUrl,
            MediaFacts.Video facts,
            @Nullable String etag) implements ReencodingOutcome {}

    /** The video has no warnings. */
    record NotNeeded() implements ReencodingOutcome {}

    record Failed(Failure failure) implements ReencodingOutcome {}

    record Later(Failure failure, Duration pause) implements ReencodingOutcome {}
}
