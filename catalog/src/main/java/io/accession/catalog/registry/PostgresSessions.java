package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.UserId;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.User;
import io.accession.core.session.SessionTimes;
import io.accession.core.session.SessionToken;
import io.accession.core.session.Sessions;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL, open in every process that shares it. */
public final class PostgresSessions implements Sessions {

    private final Jdbi jdbi;
    private final SessionTimes times;

    public PostgresSessions(Jdbi jdbi, SessionTimes times) {
        this.jdbi = jdbi;
        this.times = times;
    }

    private static final String REMOVE_ENDED = """
            DELETE FROM ui_session s
             WHERE s.expires_at < now() OR s.last_seen_at < now() - make_interval(secs => :idle)
            """;

    private static final String OPEN = """
            INSERT INTO ui_session (token_hash, user_id, api_token_id, expires_at)
            VALUES (:hash, :user, (SELECT t.id FROM api_token t WHERE t.token_hash = CAST(:with AS bytea)),
                    now() + make_interval(secs => :longest))
            """;

    @Override
    public void open(SessionToken token, UserId user, @Nullable ApiToken with) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(REMOVE_ENDED)
                    .bind("idle", times.idle().toSeconds())
                    .execute();
            handle.createUpdate(OPEN)
                    .bind("hash", token.hash())
                    .bind("user", user.value())
                    .bind("with", with == null ? null : with.hash())
                    .bind("longest", times.longest().toSeconds())
                    .execute();
            Audit.record(handle, user, "session.open", user.value());
        });
    }

    // Written once a minute at most, so that pages with many requests do not write for each.
    private static final String FIND = """
            WITH open AS (
                SELECT s.token_hash, s.user_id, s.last_seen_at
                  FROM ui_session s
                  LEFT JOIN api_token t ON t.id = s.api_token_id
                 WHERE s.token_hash = :hash AND s.expires_at > now()
                   AND s.last_seen_at > now() - make_interval(secs => :idle)
                   AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())),
            seen AS (
                UPDATE ui_session s SET last_seen_at = now()
                  FROM open o
                 WHERE s.token_hash = o.token_hash AND o.last_seen_at < now() - interval '1 minute')
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM open o
              JOIN app_user u ON u.id = o.user_id
             WHERE u.deactivated_at IS NULL
            """;

    @Override
    public Optional<User> find(SessionToken token) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("hash", token.hash())
                .bind("idle", times.idle().toSeconds())
                .map((row, context) -> UserRows.user(row))
                .findOne());
    }

    private static final String CLOSE = "DELETE FROM ui_session s WHERE s.token_hash = :hash";

    @Override
    public void close(SessionToken token) {
        jdbi.useHandle(
                handle -> handle.createUpdate(CLOSE).bind("hash", token.hash()).execute());
    }
}
