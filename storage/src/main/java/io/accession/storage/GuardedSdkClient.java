package io.accession.storage;

import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Lets the AWS SDK speak through our guarded client: what it signed is sent byte for byte. */
final class GuardedSdkClient implements SdkHttpClient {

    private final GuardedHttp http;

    /** {@code http} stays the caller's to close. */
    GuardedSdkClient(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Call(http, request);
    }

    @Override
    public String clientName() {
        return "Guarded";
    }

    @Override
    public void close() {}

    private static final class Call implements ExecutableHttpRequest {

        private final GuardedHttp http;
        private final HttpExecuteRequest request;
        private volatile @Nullable HttpAnswer answer;

        Call(GuardedHttp http, HttpExecuteRequest request) {
            this.http = http;
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            var received = http.exchange(translated(request));
            answer = received;
            var body = AbortableInputStream.create(received.body(), received::close);
            return HttpExecuteResponse.builder()
                    .response(SdkHttpFullResponse.builder()
                            .statusCode(received.status())
                            .statusText(received.reason())
                            .headers(headers(received))
                            .build())
                    .responseBody(body)
                    .build();
        }

        @Override
        public void abort() {
            var received = answer;
            if (received != null) {
                received.close();
            }
        }
    }

    private static HttpRequest translated(HttpExecuteRequest request) {
        SdkHttpRequest http = request.httpRequest();
        boolean tls = http.protocol().equalsIgnoreCase("https");
        boolean usualPort = http.port() == (tls ? 443 : 80);
        String path = http.encodedPath().isEmpty() ? "/" : http.encodedPath();
        String target =
                http.encodedQueryParameters().map(query -> path + "?" + query).orElse(path);
        var headers = new ArrayList<HttpRequest.Header>();
        http.forEachHeader((name, values) -> values.forEach(value -> headers.add(new HttpRequest.Header(name, value))));
        return new HttpRequest(
                http.method().name(), tls, http.host(), usualPort ? -1 : http.port(), target, headers, body(request));
    }

    private static HttpRequest.@Nullable Body body(HttpExecuteRequest request) {
        long length = request.httpRequest()
                .firstMatchingHeader("Content-Length")
                .map(Long::parseLong)
                .orElse(0L);
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        boolean sendsBody = switch (request.httpRequest().method()) {
            case PUT, POST, PATCH -> true;
            case GET, HEAD, DELETE, OPTIONS -> false;
        };
        if (content == null) {
            return sendsBody ? new HttpRequest.Body(java.io.InputStream.nullInputStream(), 0) : null;
        }
        return new HttpRequest.Body(content.newStream(), length);
    }

    private static Map<String, List<String>> headers(HttpAnswer answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : answer.headers()) {
            headers.computeIfAbsent(header.name(), any -> new ArrayList<>()).add(header.value());
        }
        return headers;
    }
}
