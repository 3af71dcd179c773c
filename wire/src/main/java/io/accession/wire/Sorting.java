package io.accession.wire;

import io.accession.core.registry.ListOrder;

/** The parameters that sort lists: {@code order} and {@code desc}. */
final class Sorting {

    private Sorting() {}

    static ListOrder of(WireCall call) {
        boolean descending = call.queryFlag("desc").orElse(false);
        return switch (call.query("order").orElse("name")) {
            case "name" -> descending ? ListOrder.NAME_DESCENDING : ListOrder.NAME;
            case "createdAt" -> descending ? ListOrder.CREATED_DESCENDING : ListOrder.CREATED;
            case String other -> throw WireCall.invalid("order", "name or createdAt is expected, got '" + other + "'.");
        };
    }
}
