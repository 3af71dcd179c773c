package io.accession.core.quality;

import io.accession.core.domain.Failure;

/** What came of decoding a picture. */
public sealed interface DecodingResult {

    record Decoded(SmallPicture picture) implements DecodingResult {}

    /** The object is no picture that can be decoded within bounds. Trying again cannot help. */
    record Impossible(Failure failure) implements DecodingResult {}

    /** The storage did not give the object. Trying again may help. */
    record Unavailable(Failure failure) implements DecodingResult {}
}
