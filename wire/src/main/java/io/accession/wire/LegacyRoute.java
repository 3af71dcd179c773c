package io.accession.wire;

import java.io.IOException;

/** One query of the older half of the protocol, such as {@code GET dataset}. */
public record LegacyRoute(String method, String type, Endpoint endpoint) {

    @FunctionalInterface
    public interface Endpoint {
        WireAnswer answer(LegacyCall call) throws IOException;
    }
}
