package io.accession.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;

/** Names one request in the answer and in the log. */
final class RequestId {

    static final HeaderName HEADER = HeaderNames.create("X-Request-Id");

    private record Value(String text) {}

    private RequestId() {}

    /** Made when it is asked for first. */
    static String of(ServerRequest request) {
        return request.context()
                .get(Value.class)
                .orElseGet(() -> {
                    var value = new Value(UUID.randomUUID().toString());
                    request.context().register(value);
                    return value;
                })
                .text();
    }
}
