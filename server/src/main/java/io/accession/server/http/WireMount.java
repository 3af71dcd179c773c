package io.accession.server.http;

import io.accession.wire.LegacyProtocol;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Puts the wire protocol on the HTTP server. */
final class WireMount {

    /** The older half; the second spelling comes from addresses that end with a slash. */
    private static final List<String> LEGACY = List.of("/public", "/public/user", "//public", "//public/user");

    private final WireProtocol protocol;
    private final LegacyProtocol legacy;
    private final Optional<URI> publicUrl;

    WireMount(WireProtocol protocol, LegacyProtocol legacy, Optional<URI> publicUrl) {
        this.protocol = protocol;
        this.legacy = legacy;
        this.publicUrl = publicUrl;
    }

    void addTo(HttpRouting.Builder routing) {
        for (var route : protocol.routes()) {
            routing.route(
                    Method.create(route.method()),
                    route.path(),
                    (request, response) -> answer(route, request, response));
        }
        for (var path : LEGACY) {
            routing.post(path, this::answerLegacy);
        }
        routing.any(
                "/v2/public/*",
                (request, response) ->
                        send(protocol.notOffered(new HelidonRequest(request, publicUrl)), request, response));
    }

    private void answerLegacy(ServerRequest request, ServerResponse response) {
        try {
            send(legacy.answer(new HelidonRequest(request, publicUrl)), request, response);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client is gone, or the answer could not be finished", e);
        }
    }

    private void answer(WireRoute route, ServerRequest request, ServerResponse response) {
        try {
            send(protocol.answer(route, new HelidonRequest(request, publicUrl)), request, response);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the client is gone, or the answer could not be finished", e);
        }
    }

    private static void send(WireAnswer answer, ServerRequest request, ServerResponse response) throws IOException {
        switch (answer) {
            case WireAnswer.Whole whole -> send(whole, request, response);
            case WireAnswer.Streamed streamed -> send(streamed, response);
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
