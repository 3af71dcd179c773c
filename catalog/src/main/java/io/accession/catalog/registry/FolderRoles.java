package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import io.accession.core.work.SharedLook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Who is what in a folder, for requests that only look into it: those that ask at the same moment share a statement. */
final class FolderRoles {

    private final Jdbi jdbi;
    private final SharedLook<FolderAsked, Role> roles = new SharedLook<>(this::find);

    FolderRoles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Fails when the folder is missing or closed to the asker. */
    void requireOpen(Principal asking, FolderId folder) {
        if (roles.find(new FolderAsked(asking, folder)).isEmpty()) {
            throw FolderAccess.unknown(folder);
        }
    }

    // Arrays of unknown length: see SqlArrays.
    private static final String ROLES = """
            SELECT wanted.position,
                   CASE WHEN wanted.administrator THEN 'admin' ELSE folder_role(f.id, wanted.asking) END AS role
              FROM unnest(ARRAY(SELECT unnest(:folders)), :asking, :administrators) WITH ORDINALITY
                   AS wanted (id, asking, administrator, position)
              JOIN folder f ON f.id = wanted.id
            """;

    /** Not in the transaction of whoever looks for all. */
    private Map<FolderAsked, Role> find(Set<FolderAsked> all) {
        var asked = List.copyOf(all);
        var found = new HashMap<FolderAsked, Role>();
        try (var handle = jdbi.open()) {
            FolderAsked.query(handle, ROLES, asked)
                    .map((row, context) -> {
                        var role = row.getString("role");
                        if (role != null) {
                            found.put(asked.get(row.getInt("position") - 1), FolderAccess.role(role));
                        }
                        return role != null;
                    })
                    .list();
        }
        return found;
    }
}
