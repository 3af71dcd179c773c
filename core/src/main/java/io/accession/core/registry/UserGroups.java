package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.UserId;
import java.util.List;
import java.util.UUID;

/** Groups of users and the roles that folders give them. Administrators of the organisation make groups. */
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

    /** A group that a folder gives a role to. */
    record FolderGroup(UserGroup group, Role role) {}

    /** The groups that a folder itself names, not those above it; by name. */
    List<FolderGroup> listOfFolder(Principal asking, FolderId folder);

    /** Gives groups a role in a folder and all below it, instead of the one that they had. */
    void grant(Principal asking, FolderId folder, List<UUID> groups, Role role);

    /** Groups without a role there are passed over. */
    void revoke(Principal asking, FolderId folder, List<UUID> groups);
}
