package io.accession.wire;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.AnsweredCalls;
import io.accession.core.registry.Users;
import io.accession.wire.authentication.Caller;
import io.accession.wire.authentication.RequestAuthentication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole protocol: its routes, and what every call passes on its way in and every error on its way out. */
public final class WireProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(WireProtocol.class);

    private final RequestAuthentication authentication;
    private final RepeatedCalls repeated;
    private final List<WireRoute> routes;

    public WireProtocol(Users users, AnsweredCalls answered, Clock clock, List<WireRoute> routes) {
        this.authentication = new RequestAuthentication(users, clock);
        this.repeated = new RepeatedCalls(answered);
        this.routes = List.copyOf(routes);
    }

    public List<WireRoute> routes() {
        return routes;
    }

    /**
     * Answers a request on one of the routes; what is wrong with it is an answer too.
     *
     * @throws IOException when the sender is gone
     */
    public WireAnswer answer(WireRoute route, WireRequest request) throws IOException {
        try {
            var caller = authentication.caller(request);
            return route.isStreamed() ? streamed(route, request, caller) : whole(route, request, caller);
        } catch (RegistryException e) {
            return WireErrors.of(e.error(), traceId(request));
        } catch (RuntimeException e) {
            LOG.error("Request {} ({} {}) failed", request.id(), route.method(), route.path(), e);
            return WireErrors.answer(
                    500, "The server failed. Quote the trace id when you report it.", traceId(request));
        }
    }

    private static WireAnswer streamed(WireRoute route, WireRequest request, Caller caller) throws IOException {
        return route.endpoint()
                .answer(new WireCall(request, caller.principal(), caller.body().check(request.body())));
    }

    private WireAnswer whole(WireRoute route, WireRequest request, Caller caller) throws IOException {
        var body = body(route, request, caller);
        RepeatedCalls.Answering answering = () ->
                route.endpoint().answer(new WireCall(request, caller.principal(), new ByteArrayInputStream(body)));
        return route.isRepeated() ? repeated.answer(request, caller, body, answering) : answering.answer();
    }

    /** Nothing happens before the body has ended as it was signed. */
    private static byte[] body(WireRoute route, WireRequest request, Caller caller) throws IOException {
        try (var content = caller.body().check(request.body())) {
            var body = content.readNBytes(route.bodyBytes() + 1);
            if (body.length > route.bodyBytes()) {
                throw new RegistryException(
                        new RegistryError.TooLarge("This request may have at most " + route.bodyBytes() + " bytes."));
            }
            return body;
        }
    }

    /** An answer to a path of the protocol that has no route. */
    public WireAnswer.Whole notOffered(WireRequest request) {
        var message = NotOffered.at(request.target())
                .orElseGet(() -> "This server does not offer " + request.method() + " at this path.");
        return WireErrors.answer(400, message, traceId(request));
    }

    /** The client shows its own trace id to its user; without one, ours has to do. */
    private static String traceId(WireRequest request) {
        return request.header("X-Cloud-Trace-Context")
                .map(trace -> trace.split("/", 2)[0])
                .filter(trace -> trace.matches("[0-9a-fA-F]{32}"))
                .orElseGet(request::id);
    }
}
