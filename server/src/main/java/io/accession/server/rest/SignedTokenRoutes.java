package io.accession.server.rest;

import io.accession.api.Secret;
import io.accession.api.ShortLivedToken;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Users;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.wire.authentication.RequestAuthentication;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tokens for programs that sign with an SSH key (docs/decisions/0065-signatures-are-traded-for-tokens.md). */
public final class SignedTokenRoutes {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Users users;
    private final RequestAuthentication authentication;

    public SignedTokenRoutes(Users users, Clock clock) {
        this.users = users;
        this.authentication = new RequestAuthentication(users, clock);
    }

    /** The operation looks at the signature itself. */
    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/signed-token", this::issue).open());
    }

    private void issue(Call call) throws IOException {
        var caller = authentication.caller(call.asSigned());
        if (caller.signedAt() == null) {
            throw new RegistryException(new RegistryError.Unauthenticated(
                    "Here a signature by an SSH key is traded for a token; a token cannot be."));
        }
        try (var body = caller.body().check(call.body())) {
            if (body.read() >= 0) {
                throw new RegistryException(new RegistryError.Invalid("This request has no body."));
            }
        }
        var issued = users.issueShortLivedToken(caller.principal(), "signed in", LIFETIME);
        call.answer(new ShortLivedToken(new Secret(issued.token().reveal()), Math.toIntExact(LIFETIME.toSeconds())));
    }
}
