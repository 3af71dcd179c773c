package io.accession.core.registry;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of a list, and the token to ask for the next ones with; null at the end. */
public record Page<T>(List<T> results, @Nullable String nextToken) {

    public Page {
        results = List.copyOf(results);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(results.stream().map(change).toList(), nextToken);
    }
}
