package io.accession.server.http;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import io.accession.core.session.Sessions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/**
 * Who is asking, settled from the headers alone: {@code Authorization: Bearer TOKEN} (RFC 6750; the scheme's case does not matter), or without
 * that the cookie of a session. What is looked up are hashes, so that the time of the look-up tells nothing about what is stored.
 */
public final class Authentication {

    private static final String SCHEME = "Bearer ";

    private final Users users;
    private final Sessions sessions;

    public Authentication(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    Requester requester(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .map(this::byToken)
                .or(() -> bySession(request))
                .orElseThrow(() -> unauthenticated("This needs a token: send the header 'Authorization: Bearer TOKEN'."
                        + " Browsers sign in with POST /api/v1/session."));
    }

    private Requester byToken(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("Only the scheme 'Bearer' is known here: send 'Authorization: Bearer TOKEN'.");
        }
        var token = header.substring(SCHEME.length()).strip();
        var principal = users.findByToken(new ApiToken(token))
                .orElseThrow(
                        () -> unauthenticated(
                                "The token is not known, has expired or was revoked."
                                        + " One makes another on one's profile page; an administrator, for somebody, with 'accession token create'."));
        return new Requester(principal, null);
    }

    private Optional<Requester> bySession(ServerRequest request) {
        return SessionCookie.token(request).map(token -> {
            var user = sessions.find(token)
                    .map(User::asPrincipal)
                    .orElseThrow(() -> unauthenticated("The session has ended. Sign in again."));
            return new Requester(user, token);
        });
    }

    private static RegistryException unauthenticated(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}
