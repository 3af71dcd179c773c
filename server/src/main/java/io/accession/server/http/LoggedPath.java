package io.accession.server.http;

import io.helidon.webserver.http.ServerRequest;

/** Paths as logs may hold them: signed ones let their readers in, and are cut short. */
final class LoggedPath {

    private static final String SIGNED = "/media/";

    private LoggedPath() {}

    static String of(ServerRequest request) {
        var path = request.path().absolute().rawPathNoParams();
        return path.startsWith(SIGNED) ? SIGNED + "…" : path;
    }
}
