package io.accession.server.http;

import io.accession.wire.WireAnswer;
import io.accession.wire.WireProtocol;
import io.accession.wire.WireRoute;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts the wire protocol on the HTTP server. */
final class WireMount {

    private final WireProtocol protocol;

    WireMount(WireProtocol protocol) {
        this.protocol = protocol;
    }

    void addTo(HttpRouting.Builder routing) {
        for (var route : protocol.routes()) {
            routing.route(
                    Method.create(route.method()),
                    route.path(),
                    (request, response) -> answer(route, request, response));
        }
        routing.any(
                "/v2/public/*",
                (request, response) -> send(protocol.notOffered(new HelidonRequest(request)), request, response));
    }

    private void answer(WireRoute route, ServerRequest request, ServerResponse response) {
        try {
            switch (protocol.answer(route, new HelidonRequest(request))) {
                case WireAnswer.Whole whole -> send(whole, request, response);
                case WireAnswer.Streamed streamed -> send(streamed, response);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client is gone, or the answer could not be finished", e);
        }
    }

    /** If the body has not ended yet, the connection ends with this answer. */
    private static void send(WireAnswer.Whole answer, ServerRequest request, ServerResponse response) {
        if (!request.content().consumed()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.status(Status.create(answer.status()))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(answer.json().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(WireAnswer.Streamed answer, ServerResponse response) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        try (var out = response.outputStream()) {
            answer.body().writeTo(out);
        }
    }
}
