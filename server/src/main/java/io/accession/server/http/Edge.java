package io.accession.server.http;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** What every request passes on its way in and every answer on its way out. */
final class Edge implements Filter {

    private final RequestMeter meter;

    Edge(RequestMeter meter) {
        this.meter = meter;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        addHeaders(request, response);
        var refusal = refusal(request.headers());
        if (refusal.isPresent()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
            Problems.send(refusal.get(), request, response);
        } else {
            chain.proceed();
        }
        meter.answered(request, response.status().code(), System.nanoTime() - start);
        if (refusal.isPresent()) {
            throw new UnreadBodyException();
        }
        endConnection(request, response);
    }

    static void addHeaders(ServerRequest request, ServerResponse response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
        response.header(
                HeaderNames.create("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    /** The HTTP library passes over transfer codings that it does not know, and would take the body for the next request. */
    private static Optional<Problem> refusal(Headers headers) {
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            if (!headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED)) {
                return Optional.of(Problem.of(
                        ProblemType.REQUEST_INVALID,
                        "The only transfer coding known here is 'chunked', in this spelling."));
            }
            if (headers.contains(HeaderNames.CONTENT_LENGTH)) {
                return Optional.of(Problem.of(
                        ProblemType.REQUEST_INVALID, "A request has either a Content-Length or a Transfer-Encoding."));
            }
        }
        return Optional.empty();
    }

    /** The HTTP library would go on reading what is left of a body as if it were a request. */
    private static void endConnection(RoutingRequest request, RoutingResponse response) {
        if (!response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            return;
        }
        if (request.content().consumed()) {
            throw new CloseConnectionException("the answer said so");
        }
        throw new UnreadBodyException();
    }
}
