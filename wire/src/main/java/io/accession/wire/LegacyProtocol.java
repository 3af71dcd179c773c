package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Users;
import io.accession.wire.authentication.LegacyAuthentication;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The older half of the protocol: one address, to which the client posts what it wants as a query's name and method. Its answers carry their
 * own status; the one of HTTP is passed over. No query is offered: the client is told so in words that it shows.
 */
public final class LegacyProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyProtocol.class);
    private static final int BODY_BYTES = 8 << 20;
    private static final int FAILED = 400;

    private final LegacyAuthentication authentication;

    public LegacyProtocol(Users users, boolean takesSignatures) {
        this.authentication = new LegacyAuthentication(users, takesSignatures);
    }

    private record Query(
            @JsonProperty("query_type") @Nullable String type,
            @JsonProperty("query_method") @Nullable String method) {}

    private record Failure(int status, List<String> response, String payload) {}

    /**
     * Answers a posted query; what is wrong with it is an answer too.
     *
     * @throws IOException when the sender is gone
     */
    public WireAnswer.Whole answer(WireRequest request) throws IOException {
        try (var content = request.body()) {
            var body = content.readNBytes(BODY_BYTES + 1);
            if (body.length > BODY_BYTES) {
                return failure("INVALID_ARGUMENTS_ERROR", "This request may have at most " + BODY_BYTES + " bytes.");
            }
            authentication.caller(request, body);
            var query = WireJson.read(body, Query.class);
            throw new RegistryException(new RegistryError.Invalid(
                    "This server does not offer the query '" + query.method() + " " + query.type() + "'."));
        } catch (RegistryException e) {
            return failure(code(e.error()), e.error().message());
        } catch (RuntimeException e) {
            LOG.error("Request {} (POST {}) failed", request.id(), request.target(), e);
            return failure("UNKNOWN_ERROR", "The server failed.");
        }
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
