package io.accession.core.thumbnail;

import io.accession.core.domain.Failure;

/** What came of making a small picture. */
public sealed interface ThumbnailResult {

    record Made() implements ThumbnailResult {}

    /** The object is no picture that can be decoded within bounds. Trying again cannot help. */
    record Impossible(Failure failure) implements ThumbnailResult {}

    /** The storage did not give the object. Trying again may help. */
    record Unavailable(Failure failure) implements ThumbnailResult {}
}
