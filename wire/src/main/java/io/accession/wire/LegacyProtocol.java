package io.accession.wire;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Users;
import io.accession.wire.authentication.LegacyAuthentication;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The older half of the protocol: one address, to which the client posts what it wants as a query's name and method. Its answers carry their
 * own status; the one of HTTP is passed over. Of what is not offered the client is told so in words that it shows.
 */
public final class LegacyProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyProtocol.class);
    private static final int FAILED = 400;

    private final LegacyAuthentication authentication;
    private final Path spool;
    private final long mostBytes;
    private final Map<Name, LegacyRoute> routes;

    private record Name(String method, String type) {}

    /**
     * Bodies of at most {@code mostBytes} are kept in the directory {@code spool} while they are read: one may hold a manifest.
     *
     * @param takesSignatures unless the operator has switched them off; tokens are taken in any case
     */
    public LegacyProtocol(Users users, boolean takesSignatures, Path spool, long mostBytes, List<LegacyRoute> routes) {
        this.spool = spool;
        this.mostBytes = mostBytes;
        this.authentication = new LegacyAuthentication(users, takesSignatures);
        this.routes = routes.stream()
                .collect(Collectors.toUnmodifiableMap(
                        route -> new Name(route.method(), route.type()), Function.identity()));
    }

    private record Failure(int status, List<String> response, String payload) {}

    /**
     * Answers a posted query; what is wrong with it is an answer too.
     *
     * @throws IOException when the sender is gone
     */
    public WireAnswer answer(WireRequest request) throws IOException {
        try (var content = request.body()) {
            var claim = authentication.claim(request);
            var digest = sha256();
            try (var body = SpooledBody.write(spool, mostBytes, new DigestInputStream(content, digest))) {
                var asking = claim.prove(digest.digest());
                var query = LegacyQuery.read(body);
                return route(query).endpoint().answer(new LegacyCall(request, asking, query));
            }
        } catch (RegistryException e) {
            return failure(code(e.error()), WireErrors.message(e.error()));
        } catch (RuntimeException e) {
            LOG.error("Request {} (POST {}) failed", request.id(), request.target(), e);
            return failure("UNKNOWN_ERROR", "The server failed.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private LegacyRoute route(LegacyQuery query) {
        var route = routes.get(new Name(query.method(), query.type()));
        if (route == null) {
            if (query.type().startsWith("project")) {
                throw new RegistryException(new RegistryError.Invalid("Projects are not offered by this server."));
            }
            throw new RegistryException(new RegistryError.Invalid(
                    "This server does not offer the query '" + query.method() + " " + query.type() + "'."));
        }
        return route;
    }

    private static String code(RegistryError error) {
        return switch (error) {
            case RegistryError.Unauthenticated _ -> "AUTHENTICATION_ERROR";
            case RegistryError.NotFoundOrForbidden _, RegistryError.AdministratorsOnly _ -> "AUTHORISATION_ERROR";
            case RegistryError.Invalid _,
                    RegistryError.ManifestInvalid _,
                    RegistryError.TooLarge _,
                    RegistryError.Conflict _ -> "INVALID_ARGUMENTS_ERROR";
            case RegistryError.TooManyRequests _, RegistryError.Unavailable _ -> "UNKNOWN_ERROR";
        };
    }

    private static WireAnswer.Whole failure(String code, String message) {
        return new WireAnswer.Whole(200, WireJson.text(new Failure(FAILED, List.of(code), message)));
    }
}
