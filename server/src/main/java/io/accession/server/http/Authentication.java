package io.accession.server.http;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Users;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/**
 * Who is asking, settled from the headers alone: {@code Authorization: Bearer TOKEN} (RFC 6750; the scheme's case does not matter). What
 * is looked up is the token's hash, so that the time of the look-up tells nothing about stored tokens.
 */
final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Users users;

    Authentication(Users users) {
        this.users = users;
    }

    Principal principal(ServerRequest request) {
        var header = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .orElseThrow(
                        () -> unauthenticated("This needs a token: send the header 'Authorization: Bearer TOKEN'."));
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("Only the scheme 'Bearer' is known here: send 'Authorization: Bearer TOKEN'.");
        }
        var token = header.substring(SCHEME.length()).strip();
        return users.findByToken(new ApiToken(token))
                .orElseThrow(() -> unauthenticated("The token is not known, or it was revoked."));
    }

    private static RegistryException unauthenticated(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}
