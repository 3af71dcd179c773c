package io.accession.client;

import io.accession.api.ShortLivedToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A token that is asked for with a signature, and again before it ends. Why not a signature per request: docs/decisions/0065-signatures-are-traded-for-tokens.md. */
final class SignedToken implements Authorization {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Connection signing;
    private final InstantSource clock;
    private @Nullable String token;
    private Instant renewal = Instant.MIN;

    SignedToken(URI server, SigningKey key, InstantSource clock) {
        this.signing = new Connection(server, (method, address) -> key.headers(method, address, clock.instant()));
        this.clock = clock;
    }

    @Override
    public String headers(String method, URI address) {
        return bearer().headers(method, address);
    }

    private synchronized Authorization bearer() {
        if (token == null || !clock.instant().isBefore(renewal)) {
            var asked = clock.instant();
            var issued = signing.post(Route.to("signed-token"), ShortLivedToken.class);
            token = issued.token().reveal();
            renewal = asked.plusSeconds(issued.expiresInSeconds()).minus(MARGIN);
        }
        return Authorization.bearer(token);
    }
}
