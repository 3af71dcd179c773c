package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Direct access: objects are fetched by the URL that names them. Redirects are followed here, hop by hop, so that each passes the
 * guard. Only GET is sent, since a signed URL is signed for its method.
 */
final class WebStore implements ObjectStore {

    private static final int MOST_REDIRECTS = 5;

    private final GuardedHttp http;

    WebStore(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        var target = WebTarget.of(object);
        return fetch(target, 0, 1, (answer, host) -> {
            if (answer.status() == 416) {
                return WebHeaders.statPastTheEnd(answer);
            }
            return WebHeaders.ranged(answer).objectStat(host);
        });
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        if (length == 0) {
            return new ObjectBytes(new byte[0], stat(object));
        }
        var target = WebTarget.of(object);
        return fetch(target, offset, length, (answer, host) -> {
            if (answer.status() == 416) {
                return new ObjectBytes(new byte[0], WebHeaders.statPastTheEnd(answer));
            }
            return WebHeaders.ranged(answer).read(answer.body(), offset, length, host);
        });
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        throw notPossible("listed");
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException {
        throw notPossible("written");
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        throw notPossible("deleted");
    }

    /** The URL itself, which is as fetchable as it is; the lifetime is not ours to set. */
    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        return WebTarget.of(object).uri();
    }

    @Override
    public void close() {
        http.close();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(HttpAnswer answer, String host) throws ObjectUnavailableException, IOException;
    }

    private <T> T fetch(WebTarget first, long offset, int length, Reader<T> reader) throws ObjectUnavailableException {
        var target = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            try (var answer = http.exchange(request(target, offset, length))) {
                String location = redirect(answer);
                if (location == null) {
                    requireSuccess(answer, target.host());
                    return reader.read(answer, target.host());
                }
                target = target.redirectedTo(location);
            } catch (IOException e) {
                throw StorageFailures.of(e, target.host());
            }
        }
        throw StorageFailures.misbehaved(first.host() + " redirects more than " + MOST_REDIRECTS + " times.");
    }

    private static HttpRequest request(WebTarget target, long offset, int length) {
        var headers = List.of(
                new HttpRequest.Header("Range", "bytes=" + offset + "-" + (offset + length - 1)),
                new HttpRequest.Header("Accept", "*/*"),
                new HttpRequest.Header("Accept-Encoding", "identity"),
                new HttpRequest.Header("User-Agent", "Accession"));
        return new HttpRequest("GET", target.tls(), target.host(), target.port(), target.path(), headers, null);
    }

    private static @Nullable String redirect(HttpAnswer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> answer.header("location");
            default -> null;
        };
    }

    private static void requireSuccess(HttpAnswer answer, String host) throws ObjectUnavailableException {
        if (answer.status() != 200 && answer.status() != 206 && answer.status() != 416) {
            throw StorageFailures.ofStatus(answer.status(), host);
        }
    }

    private static ObjectUnavailableException notPossible(String done) {
        return StorageFailures.failure(
                FailureCode.OBJECT_FORBIDDEN,
                "Objects of direct access can be read by their URLs, but not " + done + ".");
    }
}
