package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests to Google Cloud Storage and reads its complaints. One attempt each. Safe for use by many threads. */
final class GcsClient implements AutoCloseable {

    private final GcsEndpoint endpoint;
    private final GcsIdentity identity;
    private final GuardedHttp http;
    private final GuardedHttp own;

    /** {@code http} and {@code own}, the identity's way past the guard, are closed with it. */
    GcsClient(GcsEndpoint endpoint, GcsIdentity identity, GuardedHttp http, GuardedHttp own) {
        this.endpoint = endpoint;
        this.identity = identity;
        this.http = http;
        this.own = own;
    }

    /** What is asked: a path and its query, decoded. */
    record Question(String method, String path, Map<String, String> query, List<HttpRequest.Header> headers) {}

    /** Reads an answer that is no complaint. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T read(HttpAnswer answer) throws ObjectUnavailableException, IOException;
    }

    GcsEndpoint endpoint() {
        return endpoint;
    }

    GcsIdentity identity() {
        return identity;
    }

    /** Success is 2xx, and 416 for whoever asks for a part. {@code bucket} is what complaints name. */
    <T extends @Nullable Object> T call(Question question, String bucket, Reader<T> reader)
            throws ObjectUnavailableException {
        try {
            return send(question, null, bucket, reader);
        } catch (IOException e) {
            throw StorageFailures.of(e, endpoint.host());
        }
    }

    /** As {@link #call}, leaving connections' failures to the caller. */
    <T extends @Nullable Object> T send(
            Question question, HttpRequest.@Nullable Body body, String bucket, Reader<T> reader)
            throws ObjectUnavailableException, IOException {
        var headers = new ArrayList<>(question.headers());
        headers.add(new HttpRequest.Header(
                "Authorization", "Bearer " + identity.token().value()));
        var query = UrlText.query(question.query());
        var target = query.isEmpty() ? question.path() : question.path() + "?" + query;
        var request = new HttpRequest(
                question.method(), endpoint.tls(), endpoint.host(), endpoint.port(), target, headers, body);
        try (var answer = http.exchange(request)) {
            if (answer.status() / 100 == 2 || answer.status() == 416) {
                return reader.read(answer);
            }
            throw GcsFailures.of(answer, endpoint.host(), bucket);
        }
    }

    @Override
    public void close() {
        http.close();
        own.close();
    }
}
