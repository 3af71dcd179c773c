package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who may do what in which folder, asked for any number of folders in one statement. */
final class FolderAccess {

    /** A recursive part of a statement: the folders in which {@code :asking} has a role, and all below them. */
    static final String OPEN = """
            open (id) AS (
                SELECT g.folder_id FROM folder_grant g WHERE g.user_id = :asking
                UNION
                SELECT f.id FROM folder f JOIN open ON f.parent_id = open.id)
            """;

    /** A recursive part of a statement: {@code :folder}, and all below it. */
    static final String TREE = """
            tree (id) AS (
                SELECT CAST(:folder AS uuid)
                UNION ALL
                SELECT f.id FROM folder f JOIN tree ON f.parent_id = tree.id)
            """;

    private static final String ROLES = """
            SELECT f.id, CASE WHEN :administrator THEN 'admin' ELSE folder_role(f.id, :asking) END AS role
              FROM folder f
             WHERE f.id = ANY(:folders)
            """;

    private FolderAccess() {}

    /**
     * The roles of the asker in those of the folders that are there and open to them.
     */
    static Map<FolderId, Role> roles(Handle handle, Principal asking, Collection<FolderId> folders) {
        var roles = new HashMap<FolderId, Role>();
        handle.createQuery(ROLES)
                .bind("administrator", asking.isAdministrator())
                .bind("asking", asking.id().value())
                .bind("folders", SqlArrays.uuids(handle, folders.stream().map(FolderId::value)))
                .map((row, context) -> {
                    var role = row.getString("role");
                    if (role != null) {
                        roles.put(new FolderId(row.getObject("id", UUID.class)), role(role));
                    }
                    return role == null ? "" : role;
                })
                .list();
        return roles;
    }

    /** Fails with the first folder that is missing, or in which the asker is less than {@code least}. */
    static void require(Handle handle, Principal asking, Collection<FolderId> folders, Role least) {
        var roles = roles(handle, asking, folders);
        for (var folder : folders) {
            var role = roles.get(folder);
            if (role == null || role.compareTo(least) < 0) {
                throw unknown(folder);
            }
        }
    }

    /** Those of the folders, in which items lie, that the asker may not even look into. */
    static Set<FolderId> closed(Handle handle, Principal asking, Collection<FolderId> folders) {
        if (asking.isAdministrator()) {
            return Set.of();
        }
        var closed = new HashSet<>(folders);
        closed.removeAll(roles(handle, asking, closed).keySet());
        return closed;
    }

    static Role role(String stored) {
        return Role.find(stored)
                .orElseThrow(() -> new IllegalStateException("the catalogue holds an unknown role: " + stored));
    }

    static RegistryException unknown(FolderId folder) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("folder", folder.toString()));
    }
}
