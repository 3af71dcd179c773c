package io.accession.core.content;

import io.accession.core.domain.Failure;

/** What came of reading an object's text. Reasons are sentences. */
public sealed interface ReadContent {

    /** {@code text} has no zero characters, which PostgreSQL does not take. */
    record Words(String text) implements ReadContent {
        public Words {
            text = text.replace("\0", "");
        }
    }

    /** There is nothing to read. Trying again cannot help. */
    record Unreadable(String reason) implements ReadContent {}

    /** The storage did not give it. Trying again may help. */
    record Unreachable(String reason) implements ReadContent {}

    /** Of an object that its storage did not give. */
    static ReadContent unavailable(Failure failure) {
        return failure.code().retryable() ? new Unreachable(failure.message()) : new Unreadable(failure.message());
    }
}
