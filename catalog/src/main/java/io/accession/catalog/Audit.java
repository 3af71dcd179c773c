package io.accession.catalog;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.UserId;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.quality.MeasuringQueue.Measurement;
import io.accession.core.reencode.ReencodingQueue.Cost;
import io.accession.core.reencode.ReencodingQueue.ItemToReencode;
import io.accession.core.registry.Principal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who changed what, in the transaction of the change, and what was read of the customers' bytes, an event per
 * chunk.
 */
public final class Audit {

    private static final String CHANGE = """
            INSERT INTO audit_event (user_id, action, subject_id)
            VALUES (:user, :action, CAST(:subject AS uuid))
            """;

    private static final String READ = """
            INSERT INTO audit_event (user_id, action, subject_id, details)
            VALUES (:user, 'object.read', :job,
                    jsonb_build_object('integration', :integration, 'requests', :requests, 'bytes', :bytes))
            """;

    private Audit() {}

    public static void record(Handle handle, Principal asking, String action, @Nullable UUID subject) {
        record(handle, asking.id(), action, subject);
    }

    /** What a user did on the way in. */
    public static void record(Handle handle, UserId user, String action, @Nullable UUID subject) {
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
        recordRead(
                handle,
                chunk.job().user(),
                chunk.job().id().value(),
                chunk.job().integration(),
                chunk.requests(),
                chunk.bytesRead());
    }

    /** On behalf of the user who asked for the re-encoding. */
    static void recordRead(Handle handle, ItemToReencode item, Cost cost) {
        var original = item.original();
        if (original != null) {
            recordRead(
                    handle,
                    item.user(),
                    item.reencoding().value(),
                    original.integration(),
                    cost.requests(),
                    cost.bytes());
        }
    }

    private static final String MEASURED = """
            INSERT INTO audit_event (action, subject_id, details)
            VALUES ('object.read', :item,
                    jsonb_build_object('integration', :integration, 'requests', :requests, 'bytes', :bytes))
            """;

    /** On behalf of nobody: the operator has items measured. */
    static void recordRead(Handle handle, Measurement measurement) {
        if (measurement.requests() > 0) {
            handle.createUpdate(MEASURED)
                    .bind("item", measurement.subject().item().value())
                    .bind("integration", measurement.subject().integration().value())
                    .bind("requests", measurement.requests())
                    .bind("bytes", measurement.bytes())
                    .execute();
        }
    }

    private static void recordRead(
            Handle handle, UserId user, UUID work, IntegrationId integration, long requests, long bytes) {
        if (requests == 0) {
            return;
        }
        handle.createUpdate(READ)
                .bind("user", user.value())
                .bind("job", work)
                .bind("integration", integration.value())
                .bind("requests", requests)
                .bind("bytes", bytes)
                .execute();
    }
}
