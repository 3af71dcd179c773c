package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Principal;
import io.accession.core.work.SharedLook;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Whose a token or a key is. Every request asks for that: those that come at the same moment share a statement. */
final class Callers {

    private final Jdbi jdbi;
    private final SharedLook<ByteBuffer, Principal> byToken;
    private final SharedLook<ByteBuffer, Principal> byKey;

    Callers(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.byToken = new SharedLook<>(hashes -> find(BY_TOKEN, hashes));
        this.byKey = new SharedLook<>(keys -> find(BY_KEY, keys));
    }

    Optional<Principal> find(ApiToken token) {
        return byToken.find(ByteBuffer.wrap(token.hash()));
    }

    Optional<Principal> find(byte[] publicKey) {
        return byKey.find(ByteBuffer.wrap(publicKey));
    }

    // An array of unknown length: see SqlArrays. Its use is written down once a minute at most, so that programs with
    // many requests do not write for each; and not
    // now if somebody else is changing the token.
    private static final String BY_TOKEN = """
            WITH found AS (
                SELECT t.id, t.user_id, t.token_hash
                  FROM api_token t
                 WHERE t.token_hash = ANY(ARRAY(SELECT unnest(:shown))) AND t.revoked_at IS NULL
                   AND (t.expires_at IS NULL OR t.expires_at > now())),
            due AS (
                SELECT t.id
                  FROM found f
                  JOIN api_token t ON t.id = f.id
                 WHERE t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute'
                   FOR NO KEY UPDATE OF t SKIP LOCKED),
            used AS (
                UPDATE api_token t SET last_used_at = now() FROM due d WHERE t.id = d.id)
            SELECT f.token_hash AS shown, u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM found f
              JOIN app_user u ON u.id = f.user_id
             WHERE u.deactivated_at IS NULL
            """;

    // An array of unknown length: see SqlArrays.
    private static final String BY_KEY = """
            SELECT k.public_key AS shown, u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM ssh_key k
              JOIN app_user u ON u.id = k.user_id
             WHERE k.public_key = ANY(ARRAY(SELECT unnest(:shown))) AND u.deactivated_at IS NULL
            """;

    /** Not in the transaction of whoever looks for all. */
    private Map<ByteBuffer, Principal> find(String statement, Set<ByteBuffer> shown) {
        var bytes = shown.stream().map(ByteBuffer::array).toArray(byte[][]::new);
        try (var handle = jdbi.open()) {
            return handle.createQuery(statement)
                    .bind("shown", SqlArrays.bytes(handle, bytes))
                    .map((row, context) -> Map.entry(
                            ByteBuffer.wrap(row.getBytes("shown")),
                            UserRows.user(row).asPrincipal()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
