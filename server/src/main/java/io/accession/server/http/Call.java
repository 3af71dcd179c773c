package io.accession.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.api.JsonFault;
import io.accession.api.Problem;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import io.accession.core.session.SessionToken;
import io.accession.wire.WireRequest;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request and the answer to it. For one thread. */
public final class Call {

    /** Most requests are small. */
    private static final int BODY_BYTES = 1 << 20;

    private final ServerRequest request;
    private final ServerResponse response;
    private final @Nullable Requester requester;

    Call(ServerRequest request, ServerResponse response, @Nullable Requester requester) {
        this.request = request;
        this.response = response;
        this.requester = requester;
    }

    /** Who is asking. Known for every operation that is not open. */
    public Principal asking() {
        if (requester == null) {
            throw new IllegalStateException("an open operation does not know who is asking");
        }
        return requester.principal();
    }

    /** The session by whose right this is asked; empty where a token was shown, and for open operations. */
    public Optional<SessionToken> session() {
        return Optional.ofNullable(requester).map(Requester::session);
    }

    /** What the browser holds as its session, whether or not there is such a session. */
    public Optional<SessionToken> shownSession() {
        return SessionCookie.token(request);
    }

    /** Where the request comes from: an IP address, as the last proxy told it if that runs on this machine. */
    public String sender() {
        if (!(request.remotePeer().address() instanceof InetSocketAddress peer)) {
            return "";
        }
        var address = peer.getAddress();
        return header(HeaderNames.X_FORWARDED_FOR)
                .filter(chain -> address.isLoopbackAddress())
                .map(chain -> chain.substring(chain.lastIndexOf(',') + 1).strip())
                .orElse(address.getHostAddress());
    }

    /** What is quoted when the sender asks the operator about this request. */
    public String requestId() {
        return RequestId.of(request);
    }

    /** The request as signatures cover it. */
    public WireRequest asSigned() {
        return new HelidonRequest(request, Optional.empty());
    }

    /** Where its sender finds this server, without a slash at the end. */
    public String server(Optional<URI> publicUrl) {
        return new HelidonRequest(request, publicUrl).origin();
    }

    public String path(String parameter) {
        return request.path().pathParameters().get(parameter);
    }

    /** A path parameter that names a {@code noun} by its id. What is no id names nothing. */
    public UUID id(String parameter, String noun) {
        var text = path(parameter);
        return uuid(text).orElseThrow(() -> new RegistryException(new RegistryError.NotFoundOrForbidden(noun, text)));
    }

    public Optional<String> query(String parameter) {
        return request.query().first(parameter).asOptional();
    }

    public Optional<UUID> queryId(String parameter) {
        return query(parameter)
                .map(text ->
                        uuid(text).orElseThrow(() -> invalid(parameter, "A UUID is expected, got '" + text + "'.")));
    }

    public UUID requiredQueryId(String parameter) {
        return queryId(parameter).orElseThrow(() -> invalid(parameter, "This parameter is required."));
    }

    /** False where the parameter is left out. */
    public boolean queryFlag(String parameter) {
        return switch (query(parameter).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw invalid(parameter, "true or false is expected, got '" + other + "'.");
        };
    }

    public Optional<Integer> queryNumber(String parameter) {
        return query(parameter).map(text -> {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw invalid(parameter, "A whole number is expected, got '" + text + "'.");
            }
        });
    }

    public Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /** The body as it comes in, once. */
    public InputStream body() {
        return request.content().inputStream();
    }

    /** The body as it was before it was compressed. To be closed. */
    public InputStream unpackedBody() throws IOException {
        return PackedBodies.coding(request.headers()).unpacked(body());
    }

    /** What the body is said to be, in lower case and without parameters; empty where nothing is said. */
    public String mediaType() {
        return header(HeaderNames.CONTENT_TYPE)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The body as JSON. Unknown, repeated and missing properties are faults. */
    public <T> T body(Class<T> type) throws IOException {
        return body(type, BODY_BYTES);
    }

    /** The same for a body that may have that many bytes. */
    public <T> T body(Class<T> type, int mostBytes) throws IOException {
        byte[] bytes = body().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new RegistryException(
                    new RegistryError.TooLarge("This request may have at most " + mostBytes + " bytes."));
        }
        try {
            return Json.strict().readValue(bytes, type);
        } catch (JsonProcessingException e) {
            var fault = JsonFault.of(e);
            throw new RegistryException(new RegistryError.Invalid(
                    "The body of the request is not valid.",
                    List.of(new RegistryError.Fault(fault.pointer(), fault.detail()))));
        }
    }

    public void answer(Object value) throws IOException {
        answer(Status.OK_200, value);
    }

    public void answer(Status status, Object value) throws IOException {
        send(status, "application/json", Json.strict().writeValueAsBytes(value));
    }

    public void answerNothing() {
        response.status(Status.NO_CONTENT_204).send();
    }

    public void send(Status status, String mediaType, byte[] body) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, mediaType).send(body);
    }

    /** Sets a header of the answer in place of what it was. */
    public void set(HeaderName name, String value) {
        response.header(name, value);
    }

    public void answerEmpty(Status status) {
        response.status(status).send();
    }

    /** What the answer to GET would be, without its bytes. */
    public void answerHead(Status status, long length) {
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(length));
        response.status(status).send();
    }

    /** An answer of that many bytes and of the type that was set. It has begun with the first byte written. */
    public OutputStream stream(Status status, long length) {
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(length));
        response.status(status);
        return response.outputStream();
    }

    /** An answer of unknown length. It has begun with the first byte written: from then on nothing can become a problem. */
    public OutputStream stream(String mediaType) {
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        return response.outputStream();
    }

    /** Offers the answer as a file. */
    public OutputStream stream(String mediaType, String fileName) {
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        return stream(mediaType);
    }

    /** Answers with a problem that is no error of the request. */
    public void refuse(Problem problem) {
        Problems.send(problem, request, response);
    }

    public static RegistryException invalid(String parameter, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault(parameter, message))));
    }

    /** Stricter than {@link UUID#fromString}, which accepts shortened groups. */
    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
