package io.accession.catalog.registry;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Gives items what the temporary table of their migration says. */
final class MigratedRows {

    private static final String LOCK = """
            SELECT count(*)
              FROM (SELECT i.id
                      FROM pg_temp.migration m
                      JOIN item i ON i.id = m.item_id
                     ORDER BY i.id
                       FOR UPDATE OF i) AS locked
            """;

    private static final String CHANGED = """
            SELECT count(*)
              FROM pg_temp.migration m
              LEFT JOIN item i ON i.id = m.item_id
             WHERE i.id IS NULL OR i.is_tombstone OR i.folder_id <> m.folder_id
                OR (i.object_url, i.integration_id, i.identity_hash, i.duplicate_no)
                   IS DISTINCT FROM (m.object_url, m.integration_id, m.old_identity, m.duplicate_no)
                OR m.is_chosen AND EXISTS (SELECT FROM reencoding_item r WHERE r.item_id = m.item_id AND r.state = 'PENDING')
            """;

    private static final String REMEMBER = """
            INSERT INTO item_object_history (item_id, replaced_by, object_url, integration_id, bytes, etag)
            SELECT i.id, :user, i.object_url, i.integration_id, i.bytes, i.etag
              FROM pg_temp.migration m
              JOIN item i ON i.id = m.item_id
             WHERE m.is_chosen AND i.object_url IS NOT NULL
            """;

    private static final String AUDIT = """
            INSERT INTO audit_event (user_id, action, subject_id)
            SELECT :user, 'item.migrate', m.item_id FROM pg_temp.migration m WHERE m.is_chosen
            """;

    // Identities may pass from one of the items to another. So all give theirs up first, by taking a number that nobody
    // else has.
    private static final String CHANGE = """
            UPDATE item i
               SET object_url = coalesce(m.new_url, i.object_url),
                   integration_id = CASE WHEN m.is_chosen THEN coalesce(CAST(:to AS uuid), i.integration_id) ELSE i.integration_id END,
                   identity_hash = coalesce(m.identity_hash, i.identity_hash),
                   duplicate_no = CASE
                       WHEN m.identity_hash IS NULL OR i.duplicate_no <> 0 THEN i.duplicate_no
                       ELSE CAST(CAST('x' || right(replace(CAST(i.id AS text), '-', ''), 16) AS bit(64)) AS bigint) END,
                   etag = CASE
                       WHEN m.is_checked AND i.etag IS NOT NULL THEN m.etag
                       WHEN NOT m.is_other THEN i.etag END,
                   last_modified = CASE
                       WHEN m.is_checked AND i.last_modified IS NOT NULL THEN m.last_modified
                       WHEN NOT m.is_other THEN i.last_modified END,
                   edited_at = now(), changed_xid = pg_current_xact_id()
              FROM pg_temp.migration m
             WHERE i.id = m.item_id AND (m.is_chosen OR m.identity_hash IS NOT NULL)
            """;

    // docs/identity.md: 0 stays 0 where it is free under the new identity.
    private static final String NUMBER = """
            UPDATE item i
               SET duplicate_no = 0, changed_xid = pg_current_xact_id()
              FROM pg_temp.migration m
             WHERE i.id = m.item_id AND m.identity_hash IS NOT NULL AND m.duplicate_no = 0
               AND NOT EXISTS (SELECT FROM item o
                                WHERE o.folder_id = i.folder_id AND o.identity_hash = i.identity_hash AND o.duplicate_no = 0)
               AND NOT EXISTS (SELECT FROM pg_temp.migration f
                                WHERE f.folder_id = m.folder_id AND f.identity_hash = m.identity_hash
                                  AND f.duplicate_no = 0 AND f.item_id < m.item_id)
            """;

    // A composite without an object of its own goes where all its members have gone.
    private static final String FOLLOW = """
            UPDATE item g
               SET integration_id = :to, edited_at = now(), changed_xid = pg_current_xact_id()
              FROM pg_temp.migration m
             WHERE g.id = m.item_id AND NOT m.is_chosen AND g.object_url IS NULL
               AND NOT EXISTS (SELECT FROM item_member o
                                 JOIN item i ON i.id = o.item_id
                                WHERE o.group_id = g.id AND i.integration_id IS DISTINCT FROM :to)
            """;

    private final Handle handle;
    private final Principal asking;

    MigratedRows(Handle handle, Principal asking) {
        this.handle = handle;
        this.asking = asking;
    }

    void migrate(@Nullable IntegrationId to) {
        try {
            handle.useTransaction(transaction -> change(to == null ? null : to.value()));
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.UNIQUE::equals).isPresent()) {
                throw new RegistryException(
                        new RegistryError.Conflict("The folder is being filled with the same objects. Try again."), e);
            }
            throw e;
        }
    }

    private void change(@Nullable UUID to) {
        handle.createQuery(LOCK).mapTo(Long.class).one();
        if (handle.createQuery(CHANGED).mapTo(Long.class).one() > 0) {
            throw new RegistryException(
                    new RegistryError.Conflict("Some of the items changed while they were looked at. Try again."));
        }
        var user = asking.id().value();
        handle.createUpdate(REMEMBER).bind("user", user).execute();
        handle.createUpdate(AUDIT).bind("user", user).execute();
        handle.createUpdate(CHANGE).bind("to", to).execute();
        handle.createUpdate(NUMBER).execute();
        if (to != null) {
            handle.createUpdate(FOLLOW).bind("to", to).execute();
        }
    }
}
