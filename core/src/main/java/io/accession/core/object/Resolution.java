package io.accession.core.object;

import io.accession.core.domain.Failure;

/** Which object a URL names to a storage integration. */
public sealed interface Resolution {

    record Located(ObjectLocation location) implements Resolution {}

    /** {@code URL_INVALID}: nobody can read it; {@code URL_OUTSIDE_INTEGRATION}: this integration does not reach it. */
    record Refused(Failure failure) implements Resolution {}
}
