package io.accession.server.http;

import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages from sending requests that change something with a visitor's session, or from opening one for the visitor. Requests
 * with a token in {@code Authorization} cannot be forged by pages and pass.
 */
final class ForgeryGuard {

    private static final HeaderName CSRF_TOKEN = HeaderNames.create("X-CSRF-Token");
    private static final Set<Method> HARMLESS = Set.of(Method.GET, Method.HEAD);

    private final Optional<URI> publicUrl;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    ForgeryGuard(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** {@code requester} is null where an operation is open to everybody. */
    Optional<Problem> refusal(ServerRequest request, @Nullable Requester requester) {
        if (HARMLESS.contains(request.prologue().method()) || isByToken(requester)) {
            return Optional.empty();
        }
        if (isForeign(request)) {
            return Optional.of(Problem.of(
                    ProblemType.FORGED_REQUEST,
                    "The request comes from a page of another site. If this server stands behind a proxy, tell it its address with"
                            + " --public-url."));
        }
        if (requester != null && !hasCsrfToken(request, requester)) {
            return Optional.of(Problem.of(
                    ProblemType.FORGED_REQUEST,
                    "A request with a session that changes something needs the header 'X-CSRF-Token' with the csrfToken of"
                            + " GET /api/v1/session."));
        }
        return Optional.empty();
    }

    private static boolean isByToken(@Nullable Requester requester) {
        return requester != null && requester.session() == null;
    }

    private static boolean hasCsrfToken(ServerRequest request, Requester requester) {
        var session = requester.session();
        return session != null
                && request.headers()
                        .first(CSRF_TOKEN)
                        .filter(session::isCsrfToken)
                        .isPresent();
    }

    /** Browsers name the origin of every page that sends such a request; programs leave it out. */
    private boolean isForeign(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ORIGIN)
                .filter(origin -> !isOwn(origin, request.authority()))
                .isPresent();
    }

    private boolean isOwn(String origin, String host) {
        return publicUrl.filter(url -> origin.equalsIgnoreCase(origin(url))).isPresent()
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
