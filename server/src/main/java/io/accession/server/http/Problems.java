package io.accession.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.domain.RegistryError;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What was wrong with a request, as its sender sees it (RFC 9457). */
public final class Problems {

    private Problems() {}

    /** The one place where errors become problems. */
    public static Problem of(RegistryError error) {
        return switch (error) {
            case RegistryError.Unauthenticated e -> Problem.of(ProblemType.UNAUTHENTICATED, e.message());
            case RegistryError.NotFoundOrForbidden e -> Problem.of(ProblemType.NOT_FOUND, e.message());
            case RegistryError.AdministratorsOnly e -> Problem.of(ProblemType.ADMINISTRATORS_ONLY, e.message());
            case RegistryError.Invalid e ->
                Problem.of(ProblemType.REQUEST_INVALID, e.message()).withErrors(faults(e.faults()));
            case RegistryError.ManifestInvalid e ->
                Problem.of(ProblemType.MANIFEST_INVALID, e.message())
                        .at(new Problem.Place(e.line(), e.column(), e.byteOffset(), e.pointer()));
            case RegistryError.TooLarge e -> Problem.of(ProblemType.TOO_LARGE, e.message());
            case RegistryError.Conflict e -> Problem.of(ProblemType.CONFLICT, e.message());
            case RegistryError.TooManyRequests e ->
                Problem.of(ProblemType.TOO_MANY_REQUESTS, e.message()).retryAfter(e.retryAfterSeconds());
            case RegistryError.Unavailable e ->
                Problem.of(ProblemType.UNAVAILABLE, e.message()).retryAfter(e.retryAfterSeconds());
        };
    }

    private static List<Problem.Fault> faults(List<RegistryError.Fault> faults) {
        return faults.stream()
                .map(fault -> new Problem.Fault(fault.pointer(), fault.message()))
                .toList();
    }

    /** Answers with the problem. If the body has not ended yet, the connection ends with this answer. */
    static void send(Problem problem, ServerRequest request, ServerResponse response) {
        if (!request.content().consumed()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        if (problem.status() == Status.UNAUTHORIZED_401.code()) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"accession\"");
        }
        if (problem.retryAfterSeconds() != null) {
            response.header(HeaderNames.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        response.status(Status.create(problem.status()))
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .send(bytes(problem.of(request.path().absolute().path(), RequestId.of(request))));
    }

    static byte[] bytes(Problem problem) {
        try {
            return Json.strict().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
