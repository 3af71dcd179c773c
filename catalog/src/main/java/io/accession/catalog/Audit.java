package io.accession.catalog;

import io.accession.core.domain.UserId;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.registry.Principal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes down who changed what, in the transaction of the change, and what was read of the customers' bytes, an event per
 * chunk.
 */
public final class Audit {

    private static final String CHANGE = """
            INSERT INTO audit_event (user_id, action, subject_id)
            VALUES (:user, :action, :subject)
            """;

    private static final String READ = """
            INSERT INTO audit_event (user_id, action, subject_id, details)
            VALUES (:user, 'object.read', :job,
                    jsonb_build_object('integration', :integration, 'requests', :requests, 'bytes', :bytes))
            """;

    private Audit() {}

    public static void record(Handle handle, Principal asking, String action, UUID subject) {
        record(handle, asking.id(), action, subject);
    }

    static void record(Handle handle, UserId user, String action, UUID subject) {
        handle.createUpdate(CHANGE)
                .bind("user", user.value())
                .bind("action", action)
                .bind("subject", subject)
                .execute();
    }

    private static final String CHANGES = """
            INSERT INTO audit_event (user_id, action, subject_id)
            SELECT :user, :action, s.id FROM unnest(:subjects) AS s (id)
            """;

    /** The same change of many subjects. */
    public static void recordAll(Handle handle, Principal asking, String action, Stream<UUID> subjects) {
        handle.createUpdate(CHANGES)
                .bind("user", asking.id().value())
                .bind("action", action)
                .bind("subjects", SqlArrays.uuids(handle, subjects))
                .execute();
    }

    /** On behalf of the user whose job it is. Nothing where the storage was not asked. */
    static void recordRead(Handle handle, ProbedChunk chunk) {
        if (chunk.requests() == 0) {
            return;
        }
        handle.createUpdate(READ)
                .bind("user", chunk.job().user().value())
                .bind("job", chunk.job().id().value())
                .bind("integration", chunk.job().integration().value())
                .bind("requests", chunk.requests())
                .bind("bytes", chunk.bytesRead())
                .execute();
    }
}
