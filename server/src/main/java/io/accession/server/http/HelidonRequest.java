package io.accession.server.http;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.wire.WireRequest;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request of the HTTP library as the wire protocol sees it. */
final class HelidonRequest implements WireRequest {

    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final int TOO_LARGE = 413;

    private final ServerRequest request;
    private final Optional<URI> publicUrl;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    HelidonRequest(ServerRequest request, Optional<URI> publicUrl) {
        this.request = request;
        this.publicUrl = publicUrl;
    }

    @Override
    public String method() {
        return request.prologue().method().text();
    }

    @Override
    public String target() {
        var prologue = request.prologue();
        var query = prologue.query().rawValue();
        return prologue.uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public String path(String parameter) {
        return request.path().pathParameters().get(parameter);
    }

    @Override
    public List<String> query(String parameter) {
        return request.query().all(parameter, List::of);
    }

    @Override
    public Optional<String> header(String name) {
        var header = HeaderNames.create(name);
        return request.headers().contains(header)
                ? Optional.of(String.join(", ", request.headers().get(header).allValues()))
                : Optional.empty();
    }

    @Override
    public boolean isConfidential() {
        return request.isSecure()
                || (request.remotePeer().address() instanceof InetSocketAddress peer
                        && peer.getAddress().isLoopbackAddress());
    }

    @Override
    public String origin() {
        return publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> (request.isSecure() ? "https://" : "http://") + authority());
    }

    /** As the sender wrote it; what is no authority is not put into a URL. */
    private String authority() {
        var given = header("Host").orElse("");
        if (AUTHORITY.matcher(given).matches()) {
            return given;
        }
        var peer = request.localPeer();
        return peer.host() + ":" + peer.port();
    }

    @Override
    public InputStream body() {
        return request.content().hasEntity()
                ? new Body(request.content().inputStream())
                : InputStream.nullInputStream();
    }

    @Override
    public String id() {
        return RequestId.of(request);
    }

    /** Says in words that do not belong to the HTTP library when the body breaks off or grows too large. */
    private static final class Body extends FilterInputStream {

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (DataReader.InsufficientDataAvailableException | ServerConnectionException e) {
                throw new IOException("the body broke off", e);
            } catch (RequestException e) {
                if (e.status().code() == TOO_LARGE) {
                    throw new RegistryException(
                            new RegistryError.TooLarge("The body of the request is larger than this server accepts."),
                            e);
                }
                throw new RegistryException(
                        new RegistryError.Invalid("The body of the request is not what HTTP/1.1 allows."), e);
            }
        }
    }
}
