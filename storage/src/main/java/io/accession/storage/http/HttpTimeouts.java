package io.accession.storage.http;

import java.time.Duration;

/** How long to wait: to connect, for the next bytes, and for the whole exchange however busily a server drips. */
public record HttpTimeouts(Duration connect, Duration read, Duration total) {

    public static final HttpTimeouts DEFAULT =
            new HttpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));

    /** Machines outside of a cloud have no metadata service; they are not to wait long for it. */
    static final HttpTimeouts OF_METADATA =
            new HttpTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private static final long SLOWEST_UPLOAD = 64 << 10; // bytes per second

    /** Uploads get time for their length on top. */
    Duration totalFor(HttpRequest request) {
        return request.body() == null ? total : total.plusSeconds(request.body().length() / SLOWEST_UPLOAD);
    }
}
