package io.accession.client;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request. An empty content encoding is none. To be closed. */
public record Body(InputStream bytes, String mediaType, String contentEncoding) implements AutoCloseable {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    static Body json(InputStream bytes) {
        return new Body(bytes, JSON, "");
    }

    String headers() {
        return "Content-Type: " + mediaType + "\r\n"
                + (contentEncoding.isEmpty() ? "" : "Content-Encoding: " + contentEncoding + "\r\n");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
