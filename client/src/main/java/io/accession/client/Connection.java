package io.accession.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.accession.api.Json;
import io.accession.api.Page;
import io.accession.api.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** Requests with our token, answers as records, errors as {@link AccessionException}. Safe for use by many threads. */
final class Connection implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    private final URI server;
    private final String token;
    private final HttpClient http;

    Connection(URI server, String token) {
        this.server = server;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    <T> T read(Route route, Class<T> type) {
        return decode(send(request(route).GET()), type);
    }

    <T> Page<T> page(Route route, Class<T> type) {
        var page = TypeFactory.defaultInstance().constructParametricType(Page.class, type);
        return decode(send(request(route).GET()), (Reading<Page<T>>)
                body -> Json.lenient().readValue(body, page));
    }

    <T> T post(Route route, Object body, Class<T> type) {
        var request = request(route)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(encode(body)));
        return decode(send(request), type);
    }

    <T> T post(Route route, Class<T> type) {
        return decode(send(request(route).POST(BodyPublishers.noBody())), type);
    }

    /** Sends a manifest. A refusal that comes before all of it was sent is thrown as such. */
    <T> T upload(Route route, Manifest manifest, Class<T> type) {
        try (var upload = Upload.connect(route.at(server), CONNECT_TIMEOUT)) {
            return decode(accepted(upload.send(token, manifest)), type);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    void delete(Route route) {
        close(send(request(route).DELETE()));
    }

    /** The body of the answer as it comes. To be closed by the caller. */
    InputStream open(Route route, String mediaType) {
        return send(request(route).setHeader("Accept", mediaType).GET()).body();
    }

    URI server() {
        return server;
    }

    private HttpRequest.Builder request(Route route) {
        return HttpRequest.newBuilder(route.at(server))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return accepted(Answer.of(http.send(request.build(), BodyHandlers.ofInputStream())));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachableException(server, "the call was interrupted.", e);
        }
    }

    private ServerUnreachableException unreachable(IOException cause) {
        var reason = switch (cause) {
            case UnknownHostException _ -> "there is no such host.";
            case HttpTimeoutException _, SocketTimeoutException _ -> "it did not answer in time.";
            case ConnectException _ when isUnresolved(cause) -> "there is no such host.";
            case ConnectException _ -> "nothing accepts connections there.";
            default -> "the connection broke (" + cause.getMessage() + ").";
        };
        return new ServerUnreachableException(server, reason, cause);
    }

    private static boolean isUnresolved(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static Answer accepted(Answer answer) throws IOException {
        if (answer.isSuccess()) {
            return answer;
        }
        try (var body = answer.body()) {
            if (!answer.mediaType().startsWith(Problem.MEDIA_TYPE)) {
                throw new UnexpectedAnswerException(answer.address(), "status " + answer.status() + ".", null);
            }
            throw new RequestRefusedException(Json.lenient().readValue(body, Problem.class));
        } catch (JsonProcessingException e) {
            var reason = "status " + answer.status() + " with an unreadable problem.";
            throw new UnexpectedAnswerException(answer.address(), reason, e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(InputStream body) throws IOException;
    }

    private <T> T decode(Answer answer, Class<T> type) {
        return decode(answer, (Reading<T>) body -> Json.lenient().readValue(body, type));
    }

    private <T> T decode(Answer answer, Reading<T> reading) {
        try (var body = answer.body()) {
            return reading.from(body);
        } catch (JsonProcessingException e) {
            throw new UnexpectedAnswerException(answer.address(), e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private void close(Answer answer) {
        try (var body = answer.body()) {
            body.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static byte[] encode(Object body) {
        try {
            return Json.lenient().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not representable as JSON", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
