package io.accession.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path below {@code /api/v1} and its query. */
record Route(String text) {

    static Route to(Object... segments) {
        return new Route(Arrays.stream(segments)
                .map(segment -> encode(segment.toString()).replace("+", "%20"))
                .collect(Collectors.joining("/", "/api/v1/", "")));
    }

    /** A parameter without value is left out. */
    Route with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return new Route(text + (text.contains("?") ? "&" : "?") + name + "=" + encode(value.toString()));
    }

    URI at(URI server) {
        var base = server.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + text);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
