package io.accession.server.rest;

import io.accession.api.Page;
import io.accession.core.registry.ListOrder;
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

    /** {@code sort=name|-name|created|-created}; a minus turns the order round. */
    static ListOrder order(Call call, ListOrder otherwise) {
        return call.query("sort").map(Paging::order).orElse(otherwise);
    }

    private static ListOrder order(String name) {
        return switch (name) {
            case "name" -> ListOrder.NAME;
            case "-name" -> ListOrder.NAME_DESCENDING;
            case "created" -> ListOrder.CREATED;
            case "-created" -> ListOrder.CREATED_DESCENDING;
            default -> throw Call.invalid("sort", "One of name, -name, created and -created is expected.");
        };
    }

    static <T, R> Page<R> answer(io.accession.core.registry.Page<T> page, Function<T, R> shown) {
        return new Page<>(page.results().stream().map(shown).toList(), page.nextToken());
    }
}
