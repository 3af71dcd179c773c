package io.accession.wire;

import io.accession.core.registry.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page as the protocol writes it. */
record WirePage<T>(List<T> results, @Nullable String nextPageToken) {

    static <S, T> WirePage<T> of(Page<S> page, Function<S, T> shown) {
        return new WirePage<>(page.results().stream().map(shown).toList(), page.nextToken());
    }

    static <T> WirePage<T> of(List<T> results) {
        return new WirePage<>(results, null);
    }
}
