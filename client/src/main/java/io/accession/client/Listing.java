package io.accession.client;

import io.accession.api.Page;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results that come page by page. Nothing is asked for before it is needed. */
public final class Listing<T> {

    private static final int PAGE = 1_000;

    private final Connection connection;
    private final Route route;
    private final Class<T> type;

    Listing(Connection connection, Route route, Class<T> type) {
        this.connection = connection;
        this.route = route;
        this.type = type;
    }

    /** {@code limit} is between 1 and 1,000; no token asks for the first page. */
    public Page<T> page(@Nullable String token, int limit) {
        return connection.page(route.with("pageToken", token).with("limit", limit), type);
    }

    /** All results, a page after another. */
    public Stream<T> stream() {
        return Stream.iterate(page(null, PAGE), page -> page != null, this::next)
                .flatMap(page -> page.results().stream());
    }

    private @Nullable Page<T> next(Page<T> page) {
        return page.nextPageToken() == null ? null : page(page.nextPageToken(), PAGE);
    }
}
