package io.accession.catalog.registry;

import io.accession.core.registry.Principal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes down who changed what, in the transaction of the change. */
final class Audit {

    private static final String INSERT = """
            INSERT INTO audit_event (user_id, action, subject_id)
            VALUES (:user, :action, :subject)
            """;

    private Audit() {}

    static void record(Handle handle, Principal asking, String action, UUID subject) {
        handle.createUpdate(INSERT)
                .bind("user", asking.id().value())
                .bind("action", action)
                .bind("subject", subject)
                .execute();
    }
}
