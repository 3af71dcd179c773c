package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.util.UUID;

/** Groups of users, which administrators of the organisation make. {@link Sharing} gives them roles. */
public interface UserGroups {

    UserGroup add(Principal asking, String name, String description);

    /** Adding a member twice changes nothing. */
    void addMember(Principal asking, UUID group, UserId user);

    /** Nothing where the user is no member. */
    void removeMember(Principal asking, UUID group, UserId user);

    /** By e-mail address, for administrators of the organisation. */
    Page<User> listMembers(Principal asking, UUID group, PageRequest page);

    /** Its members lose the roles that they had by it. */
    void remove(Principal asking, UUID group);

    /** By name. Everybody sees all groups: roles are given to them. */
    Page<UserGroup> list(Principal asking, PageRequest page);
}
