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

    /** Makes a group without members; for administrators of the organisation, as all changes of groups are. */
    public UserGroup create(NewUserGroup group) {
        return connection.post(Route.to("groups"), group, UserGroup.class);
    }

    /** All groups by name; everybody may ask, to share with them. */
    public Listing<UserGroup> list() {
        return new Listing<>(connection, Route.to("groups"), UserGroup.class);
    }

    /** The users of a group by e-mail address; for administrators of the organisation. */
    public Listing<User> listMembers(UUID id) {
        return new Listing<>(connection, Route.to("groups", id, "members"), User.class);
    }

    /** Adds a user to a group. Doing it twice changes nothing. */
    public void addMember(UUID id, UUID user) {
        connection.send("POST", Route.to("groups", id, "members"), new NewGroupMember(user));
    }

    /** Takes a user out of a group, and so out of the roles that came by it. */
    public void removeMember(UUID id, UUID user) {
        connection.delete(Route.to("groups", id, "members", user));
    }

    /** Removes a group. Its members lose the roles that they had by it. */
    public void remove(UUID id) {
        connection.delete(Route.to("groups", id));
    }
}
