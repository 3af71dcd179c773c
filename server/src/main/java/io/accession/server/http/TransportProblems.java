package io.accession.server.http;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Problems of requests that never reach an operation, because they are not valid HTTP or too large as a whole. */
final class TransportProblems implements DirectHandler {

    static DirectHandlers handlers() {
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, new TransportProblems());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(new String(Problems.bytes(problem(status, message)), StandardCharsets.UTF_8))
                .keepAlive(false)
                .build();
    }

    private static Problem problem(Status status, @Nullable String message) {
        return switch (status.code()) {
            case 413 ->
                Problem.of(
                        ProblemType.TOO_LARGE,
                        message == null || message.isBlank()
                                ? "The body of the request is larger than this server accepts."
                                : message);
            case 500 -> Problem.of(ProblemType.INTERNAL, "The server failed to answer.");
            default -> notHttp(status);
        };
    }

    private static Problem notHttp(Status status) {
        return new Problem(
                "about:blank",
                status.reasonPhrase(),
                status.code(),
                "This is not a request that HTTP/1.1 allows.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
