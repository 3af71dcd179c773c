package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request is authorised with until it expires. Is not printed. */
record AccessToken(String value, Instant expires) {

    /** Fetches a token. Safe for use by many threads. */
    @FunctionalInterface
    interface Source {

        AccessToken token() throws ObjectUnavailableException;

        /** Asks again only when the token is about to expire. */
        default Source kept() {
            return new Kept(this);
        }
    }

    @Override
    public String toString() {
        return "***";
    }

    private static final class Kept implements Source {

        private static final Duration EARLY = Duration.ofMinutes(2);

        private final Source source;
        private @Nullable AccessToken token;

        Kept(Source source) {
            this.source = source;
        }

        @Override
        public synchronized AccessToken token() throws ObjectUnavailableException {
            var current = token;
            if (current == null || Instant.now().isAfter(current.expires().minus(EARLY))) {
                current = source.token();
                token = current;
            }
            return current;
        }
    }
}
