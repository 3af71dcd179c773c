package io.accession.server.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts the web UI on the HTTP server: its one page at every address that a browser asks for and that is nobody else's, and the files that
 * the page names. Their names change with their content, so that browsers may keep them.
 */
final class Pages {

    /** What begins like this belongs to programs. */
    private static final Set<String> TAKEN = Set.of("api", "media", "v2", "public", "observe");

    private static final String ASSETS = "assets/";

    /**
     * Scripts are those of the server alone. The component library writes style elements. Media come from wherever customers keep them, by
     * signed URLs.
     */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            List.of(
                    "default-src 'self'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data: blob: https: http:",
                    "media-src 'self' blob: https: http:",
                    "connect-src 'self' https: http:",
                    "worker-src 'self' blob:",
                    "object-src 'none'",
                    "base-uri 'none'",
                    "form-action 'self'",
                    "frame-ancestors 'none'"));

    void addTo(HttpRouting.Builder routing) {
        for (var method : List.of(Method.GET, Method.HEAD)) {
            routing.route(method, "/" + ASSETS + "{name}", Pages::answerAsset);
            routing.route(method, "/*", Pages::answerPage);
        }
    }

    private static void answerAsset(ServerRequest request, ServerResponse response) {
        var name = request.path().pathParameters().get("name");
        PageFile.find(ASSETS, name, accepted(request))
                .ifPresentOrElse(
                        file -> send(file, "public, max-age=31536000, immutable", request, response), response::next);
    }

    private static void answerPage(ServerRequest request, ServerResponse response) {
        if (!isForPeople(request)) {
            response.next();
            return;
        }
        PageFile.find("", "index.html", accepted(request))
                .ifPresentOrElse(file -> sendPage(file, request, response), response::next);
    }

    private static void sendPage(PageFile file, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.create("Content-Security-Policy"), CONTENT_SECURITY_POLICY);
        send(file, "no-cache", request, response);
    }

    private static boolean isForPeople(ServerRequest request) {
        var path = request.path().path();
        boolean isTaken = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .findFirst()
                .filter(TAKEN::contains)
                .isPresent();
        return !isTaken && (path.equals("/") || accepts(request, "text/html"));
    }

    private static boolean accepts(ServerRequest request, String mediaType) {
        return request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accept -> accept.toLowerCase(Locale.ROOT).contains(mediaType))
                .isPresent();
    }

    /** The content codings that the browser takes. */
    private static Set<String> accepted(ServerRequest request) {
        return Arrays.stream(request.headers()
                        .first(HeaderNames.ACCEPT_ENCODING)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .map(coding -> coding.replace(" ", ""))
                .filter(coding -> !coding.matches(".*;q=0(\\.0*)?"))
                .map(coding -> coding.split(";", 2)[0])
                .collect(toUnmodifiableSet());
    }

    private static void send(PageFile file, String caching, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, file.mediaType())
                .header(HeaderNames.CACHE_CONTROL, caching)
                .header(HeaderNames.VARY, "Accept-Encoding");
        if (file.encoding() != null) {
            response.header(HeaderNames.CONTENT_ENCODING, file.encoding());
        }
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(file.bytes().length));
            response.send();
        } else {
            response.send(file.bytes());
        }
    }
}
