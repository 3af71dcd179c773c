package io.accession.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some results and the token to ask for the next ones with; null at the end. */
public record Page<T>(List<T> results, @Nullable String nextPageToken) {

    public Page {
        results = List.copyOf(results);
    }
}
