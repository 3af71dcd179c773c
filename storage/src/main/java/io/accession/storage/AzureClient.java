package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends requests to one storage account and reads its complaints. One attempt each. Safe for use by many threads. */
final class AzureClient implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final AzureEndpoint endpoint;
    private final AzureAuthorization authorization;
    private final GuardedHttp http;
    private final GuardedHttp own;

    /** {@code http} and {@code own}, the way of the server's own credentials, are closed with it. */
    AzureClient(AzureEndpoint endpoint, AzureAuthorization authorization, GuardedHttp http, GuardedHttp own) {
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.http = http;
        this.own = own;
    }

    AzureEndpoint endpoint() {
        return endpoint;
    }

    AzureAuthorization authorization() {
        return authorization;
    }

    /** Reads an answer that is no complaint. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T read(HttpAnswer answer) throws ObjectUnavailableException, IOException;
    }

    /** Success is 2xx, and 416 for whoever asks for a part. {@code container} is what complaints name. */
    <T extends @Nullable Object> T call(AzureRequest request, String container, Reader<T> reader)
            throws ObjectUnavailableException {
        try {
            return send(request, container, reader);
        } catch (IOException e) {
            throw StorageFailures.of(e, endpoint.host());
        }
    }

    /** As {@link #call}, leaving connections' failures to the caller. */
    <T extends @Nullable Object> T send(AzureRequest request, String container, Reader<T> reader)
            throws ObjectUnavailableException, IOException {
        request.header("x-ms-date", HTTP_DATE.format(Instant.now()));
        authorization.authorize(request);
        try (var answer = http.exchange(request.to(endpoint))) {
            if (answer.status() / 100 == 2 || answer.status() == 416) {
                return reader.read(answer);
            }
            throw AzureFailures.of(answer, endpoint, container);
        }
    }

    @Override
    public void close() {
        http.close();
        own.close();
    }
}
