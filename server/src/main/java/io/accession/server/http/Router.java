package io.accession.server.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.domain.RegistryException;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads each request to its operation, and whatever goes wrong there to a problem. */
final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Operation> operations;
    private final Authentication authentication;
    private final ForgeryGuard guard;

    Router(List<Operation> operations, Authentication authentication, ForgeryGuard guard) {
        this.operations = List.copyOf(operations);
        this.authentication = authentication;
        this.guard = guard;
    }

    void addTo(HttpRouting.Builder routing) {
        for (var operation : operations) {
            routing.route(operation.method(), operation.path(), handler(operation));
        }
        operations.stream()
                .collect(groupingBy(Operation::path, LinkedHashMap::new, joiningMethods()))
                .forEach((path, methods) -> routing.any(path, methodNotAllowed(methods)));
        routing.any(Router::nothingHere);
    }

    private static Collector<Operation, ?, String> joiningMethods() {
        return mapping((Operation operation) -> operation.method().text(), joining(", "));
    }

    private Handler handler(Operation operation) {
        return (request, response) -> {
            try {
                var requester = operation.isOpen() ? null : authentication.requester(request);
                var refusal =
                        guard.refusal(request, requester).or(() -> PackedBodies.refusal(operation, request.headers()));
                if (refusal.isPresent()) {
                    Problems.send(refusal.get(), request, response);
                } else {
                    operation.endpoint().answer(new Call(request, response, requester));
                }
            } catch (RegistryException e) {
                fail(Problems.of(e.error()), e, request, response);
            } catch (RequestException | CloseConnectionException e) {
                throw e; // not valid HTTP, or the connection is gone
            } catch (DataReader.InsufficientDataAvailableException e) {
                throw new CloseConnectionException("the client broke off in the middle of the body", e);
            } catch (IOException | RuntimeException e) {
                failUnexpectedly(e, request, response);
            }
        };
    }

    private static void failUnexpectedly(Exception cause, ServerRequest request, ServerResponse response) {
        if (cause instanceof UncheckedIOException && cause.getCause() instanceof SocketException) {
            throw new CloseConnectionException("the client is gone", cause);
        }
        LOG.error(
                "Request {} ({}) failed",
                RequestId.of(request),
                request.prologue().method().text() + " " + LoggedPath.of(request),
                cause);
        fail(
                Problem.of(ProblemType.INTERNAL, "The server failed. Quote the request's id when you report it."),
                cause,
                request,
                response);
    }

    private static void fail(Problem problem, Exception cause, ServerRequest request, ServerResponse response) {
        if (!(response instanceof RoutingResponse resettable && resettable.reset())) {
            throw new CloseConnectionException("failed after the answer had begun", cause);
        }
        Edge.addHeaders(request, response);
        Problems.send(problem, request, response);
    }

    private static Handler methodNotAllowed(String methods) {
        return (request, response) -> {
            response.header(HeaderNames.ALLOW, methods);
            Problems.send(
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Only " + methods + " is possible here."),
                    request,
                    response);
        };
    }

    private static void nothingHere(ServerRequest request, ServerResponse response) {
        Problems.send(Problem.of(ProblemType.NOT_FOUND, "There is nothing at this path."), request, response);
    }
}
