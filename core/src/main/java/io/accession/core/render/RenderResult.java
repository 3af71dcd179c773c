package io.accession.core.render;

import io.accession.core.domain.Failure;

/** What came of rendering. A failure names the frame, if it was one. */
public sealed interface RenderResult {

    /** The video is the receiver's, to be closed. */
    record Rendered(RenderedVideo video) implements RenderResult {}

    /** Trying again cannot help. */
    record Unrenderable(Failure failure) implements RenderResult {}

    /** Trying again may help. */
    record Delayed(Failure failure) implements RenderResult {}

    /** Nobody wants the video any more. */
    record Abandoned() implements RenderResult {}

    /** Delayed or unrenderable, by the failure's code. */
    static RenderResult failed(Failure failure) {
        return failure.code().retryable() ? new Delayed(failure) : new Unrenderable(failure);
    }
}
