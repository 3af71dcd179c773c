package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Moves folders with all that is below them. One move at a time, so that no two of them make a ring. */
final class FolderMoves {

    /** Deep enough for people; a bound for whoever walks up a path. */
    static final int LEVELS = 50;

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('folder moves'))";

    private static final String ABOVE = """
            WITH RECURSIVE up (id, parent_id) AS (
                SELECT f.id, f.parent_id FROM folder f WHERE f.id = :folder
                UNION ALL
                SELECT p.id, p.parent_id FROM folder p JOIN up ON p.id = up.parent_id)
            SELECT up.id FROM up
            """;

    private static final String HEIGHT = """
            WITH RECURSIVE down (id, height) AS (
                SELECT f.id, 1 FROM folder f WHERE f.id = ANY(:folders)
                UNION ALL
                SELECT f.id, down.height + 1 FROM folder f JOIN down ON f.parent_id = down.id)
            SELECT coalesce(max(down.height), 0) FROM down
            """;

    private static final String MOVE = """
            UPDATE folder SET parent_id = CAST(:parent AS uuid), edited_at = now() WHERE id = ANY(:folders)
            """;

    private FolderMoves() {}

    static void move(Handle handle, Principal asking, List<FolderId> folders, @Nullable FolderId parent) {
        handle.execute(ONE_AT_A_TIME);
        var touched = new ArrayList<>(folders);
        if (parent != null) {
            touched.add(parent);
        }
        FolderAccess.require(handle, asking, touched, Role.ADMIN);
        var above = parent == null ? List.<UUID>of() : above(handle, parent);
        if (folders.stream().map(FolderId::value).anyMatch(above::contains)) {
            throw new RegistryException(new RegistryError.Invalid("A folder cannot be moved into itself."));
        }
        if (above.size() + height(handle, folders) > LEVELS) {
            throw tooDeep();
        }
        handle.createUpdate(MOVE)
                .bind("folders", SqlArrays.uuids(handle, folders.stream().map(FolderId::value)))
                .bind("parent", parent == null ? null : parent.value())
                .execute();
    }

    private static List<UUID> above(Handle handle, FolderId folder) {
        return handle.createQuery(ABOVE)
                .bind("folder", folder.value())
                .mapTo(UUID.class)
                .list();
    }

    private static int height(Handle handle, List<FolderId> folders) {
        return handle.createQuery(HEIGHT)
                .bind("folders", SqlArrays.uuids(handle, folders.stream().map(FolderId::value)))
                .mapTo(Integer.class)
                .one();
    }

    static RegistryException tooDeep() {
        return new RegistryException(new RegistryError.Invalid("Folders nest at most " + LEVELS + " levels deep."));
    }
}
