package io.accession.server.media;

import io.accession.server.http.Call;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that let browsers show media and run nothing that is in them. */
final class MediaHeaders {

    private static final HeaderName RESOURCE_POLICY = HeaderNames.create("Cross-Origin-Resource-Policy");

    private static final HeaderName CONTENT_SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");

    /** The document that a browser makes around an image or a video may show it; no script runs and no page is left. */
    private static final String SANDBOX =
            "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private static final Pattern MIME_TYPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");
    private static final Set<String> SHOWN = Set.of("application/pdf", "text/plain");

    private MediaHeaders() {}

    /** Scripts of other sites may read what they have a signed path of. No cookie is ever looked at. */
    static void share(Call call) {
        call.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        call.set(
                HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
                "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified");
        call.set(RESOURCE_POLICY, "cross-origin");
    }

    static void answerPreflight(Call call) {
        share(call);
        call.set(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, PUT");
        call.set(
                HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                "Cache-Control, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range");
        call.set(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");
        call.answerNothing();
    }

    static void describe(Call call, String mimeType, String name) {
        var type = MIME_TYPE.matcher(mimeType).matches() ? mimeType : "application/octet-stream";
        call.set(HeaderNames.CONTENT_TYPE, type);
        call.set(
                HeaderNames.CONTENT_DISPOSITION,
                (isShown(type) ? "inline" : "attachment") + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
        call.set(CONTENT_SECURITY_POLICY, SANDBOX);
        call.set(HeaderNames.CACHE_CONTROL, "private, no-cache");
    }

    /** What a browser would run, such as HTML and SVG, it is told to save. Images of pages are shown all the same. */
    private static boolean isShown(String type) {
        boolean isMedia = type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
        return SHOWN.contains(type) || (isMedia && !type.contains("xml"));
    }
}
