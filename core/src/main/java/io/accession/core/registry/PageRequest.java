package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** Which part of a list: at most {@code limit} results, after the page that gave {@code token}; null for the first. */
public record PageRequest(int limit, @Nullable String token) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MAXIMUM_LIMIT = 1_000;

    public PageRequest {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw Faults.invalid("limit", "A page has 1 to " + MAXIMUM_LIMIT + " results, got " + limit + ".");
        }
    }

    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }
}
