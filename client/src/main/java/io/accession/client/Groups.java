package io.accession.client;

import io.accession.api.NewGroupMember;
import io.accession.api.NewUserGroup;
import io.accession.api.User;
import io.accession.api.UserGroup;
import java.util.UUID;

/** Users who get their roles together. */
public final class Groups {

    private final Connection connection;

    Groups(Connection connection) {
        this.connection = connection;
    }

    public UserGroup create(NewUserGroup group) {
        return connection.post(Route.to("groups"), group, UserGroup.class);
    }

    public Listing<UserGroup> list() {
        return new Listing<>(connection, Route.to("groups"), UserGroup.class);
    }

    public Listing<User> listMembers(UUID id) {
        return new Listing<>(connection, Route.to("groups", id, "members"), User.class);
    }

    /** Adding a member twice changes nothing. */
    public void addMember(UUID id, UUID user) {
        connection.send("POST", Route.to("groups", id, "members"), new NewGroupMember(user));
    }

    public void removeMember(UUID id, UUID user) {
        connection.delete(Route.to("groups", id, "members", user));
    }

    /** Its members lose the roles that they had by it. */
    public void remove(UUID id) {
        connection.delete(Route.to("groups", id));
    }
}
