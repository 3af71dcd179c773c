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
import org.jspecify.annotations.Nullable;

/** Requests in our name, answers as records, errors as {@link AccessionException}. Safe for use by many threads. */
record Connection(URI server, Authorization authorization) {

    private static final String JSON = "application/json";

    <T> T read(Route route, Class<T> type) {
        return decode(send("GET", route, JSON, null), type);
    }

    <T> Page<T> page(Route route, Class<T> type) {
        var page = TypeFactory.defaultInstance().constructParametricType(Page.class, type);
        return decode(send("GET", route, JSON, null), (Reading<Page<T>>)
                body -> Json.lenient().readValue(body, page));
    }

    <T> T post(Route route, Object body, Class<T> type) {
        return upload(route, Manifest.document(encode(body)), type);
    }

    /** For requests whose answer is empty. */
    void send(String method, Route route, Object body) {
        close(send(method, route, JSON, Manifest.document(encode(body))));
    }

    <T> T post(Route route, Class<T> type) {
        return upload(route, Manifest.document(new byte[0]), type);
    }

    <T> T patch(Route route, Object body, Class<T> type) {
        return decode(send("PATCH", route, JSON, Manifest.document(encode(body))), type);
    }

    /** Sends a manifest. A refusal that comes before all of it was sent is thrown as such. */
    <T> T upload(Route route, Manifest manifest, Class<T> type) {
        return decode(send("POST", route, JSON, manifest), type);
    }

    /** Puts the bytes to an address that the server gave, which is a credential in itself. */
    void put(URI address, Manifest bytes) {
        try {
            close(accepted(Exchange.send("PUT", address, "", JSON, bytes)));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    void delete(Route route) {
        close(send("DELETE", route, JSON, null));
    }

    private void close(Answer answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The body of the answer as it comes. To be closed by the caller; this ends a read that waits. */
    InputStream open(Route route, String mediaType) {
        return send("GET", route, mediaType, null).body();
    }

    /** Posts a request whose answer comes as a stream. To be closed by the caller. */
    InputStream stream(Route route, Object body, String mediaType) {
        return send("POST", route, mediaType, Manifest.document(encode(body))).body();
    }

    /** Posts a request and reads the whole answer. */
    <T> T post(Route route, Object body, String mediaType, Reading<T> reading) {
        return decode(send("POST", route, mediaType, Manifest.document(encode(body))), reading);
    }

    private Answer send(String method, Route route, String accept, @Nullable Manifest body) {
        try {
            var address = route.at(server);
            return accepted(Exchange.send(method, address, authorization.headers(method, address), accept, body));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private ServerUnreachableException unreachable(IOException cause) {
        var reason = switch (cause) {
            case UnknownHostException _ -> "there is no such host.";
            case SocketTimeoutException _ -> "it did not answer in time.";
            case ConnectException _ -> "nothing accepts connections there.";
            default -> "the connection broke (" + cause.getMessage() + ").";
        };
        return new ServerUnreachableException(server, reason, cause);
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
    interface Reading<T> {
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

    private static byte[] encode(Object body) {
        try {
            return Json.lenient().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not representable as JSON", e);
        }
    }
}
