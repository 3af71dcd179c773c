package io.accession.storage.http;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer and its body as a stream, which gives at most what the head promised. Close it; closing before the end
 * closes the connection.
 */
public record HttpAnswer(int status, String reason, List<HttpRequest.Header> headers, InputStream body)
        implements AutoCloseable {

    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** The first header of that name, whatever its case. */
    public @Nullable String header(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (java.io.IOException e) {
            // The connection is gone, which is what closing is for.
        }
    }
}
