package io.accession.client;

import io.accession.api.NewRole;
import io.accession.api.Roles;
import java.util.UUID;

/** The roles that one folder, storage integration or dataset grants. Whoever has a role sees them, its administrators change them. */
public final class Sharing {

    private final Connection connection;
    private final String kind;
    private final UUID id;

    Sharing(Connection connection, String kind, UUID id) {
        this.connection = connection;
        this.kind = kind;
        this.id = id;
    }

    /** Those that it grants itself. */
    public Roles roles() {
        return connection.read(Route.to(kind, id, "roles"), Roles.class);
    }

    /** In place of the role that there was; all roles as they are then. */
    public Roles grant(NewRole role) {
        return connection.post(Route.to(kind, id, "roles"), role, Roles.class);
    }

    /** Takes the role that it grants a user itself away; one that comes from elsewhere stays. */
    public void revokeFromUser(UUID user) {
        connection.delete(Route.to(kind, id, "roles", "users", user));
    }

    /** Takes the role that it grants a group itself away. */
    public void revokeFromGroup(UUID group) {
        connection.delete(Route.to(kind, id, "roles", "groups", group));
    }
}
