package io.accession.server.rest;

import io.accession.api.Page;
import io.accession.core.registry.PageRequest;
import io.accession.server.http.Call;
import java.util.function.Function;

/** The parameters and answers that all lists share. */
final class Paging {

    private Paging() {}

    static PageRequest request(Call call) {
        return new PageRequest(
                call.queryNumber("limit").orElse(PageRequest.DEFAULT_LIMIT),
                call.query("pageToken").orElse(null));
    }

    static <T, R> Page<R> answer(io.accession.core.registry.Page<T> page, Function<T, R> shown) {
        return new Page<>(page.results().stream().map(shown).toList(), page.nextToken());
    }
}
