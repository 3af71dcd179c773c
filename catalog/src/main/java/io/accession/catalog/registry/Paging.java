package io.accession.catalog.registry;

import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.PageToken;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages by key: a list asks for one row more than it may give, which tells whether there is a next page. */
record Paging(String list, int limit, @Nullable PageToken after) {

    static Paging of(String list, PageRequest request) {
        return new Paging(
                list, request.limit(), request.token() == null ? null : PageToken.parse(list, request.token()));
    }

    int rows() {
        return limit + 1;
    }

    @Nullable
    String afterKey() {
        return after == null ? null : after.key();
    }

    @Nullable
    UUID afterId() {
        return after == null ? null : after.id();
    }

    <T> Page<T> page(List<T> rows, Function<T, String> key, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var last = rows.get(limit - 1);
        return new Page<>(rows.subList(0, limit), new PageToken(list, key.apply(last), id.apply(last)).text());
    }
}
