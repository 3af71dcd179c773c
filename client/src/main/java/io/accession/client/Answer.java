package io.accession.client;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;

/** What came back, its body not yet read. To be closed. */
record Answer(URI address, int status, String mediaType, InputStream body) {

    static Answer of(HttpResponse<InputStream> response) {
        var mediaType = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.uri(), response.statusCode(), mediaType, response.body());
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
