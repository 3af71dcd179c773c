package io.accession.server;

import io.accession.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Keeps a session's cookie and shows its CSRF token, as the pages of the server do. */
final class Browser {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Map<String, String> headers = new HashMap<>();
    private String cookie = "";
    private String csrfToken = "";

    Browser(TestServer server) {
        this.port = server.port();
    }

    TestServer.Answer signIn(String body) {
        var answer = send("POST", "/api/v1/session", body);
        if (answer.status() == 200) {
            csrfToken = answer.body().path("csrfToken").asText();
        }
        return answer;
    }

    /** Sends a header with everything from now on. */
    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    String cookie() {
        return cookie;
    }

    Browser withCookie(String given) {
        cookie = given;
        return this;
    }

    String csrfToken() {
        return csrfToken;
    }

    Browser withCsrfToken(String given) {
        csrfToken = given;
        return this;
    }

    TestServer.Answer get(String path) {
        return send("GET", path, "");
    }

    TestServer.Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!csrfToken.isEmpty()) {
            request.header("X-CSRF-Token", csrfToken);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            var tree = json
                    ? Json.lenient().readTree(response.body())
                    : Json.lenient().createObjectNode();
            return new TestServer.Answer(response.statusCode(), tree, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
