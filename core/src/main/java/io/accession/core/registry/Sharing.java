package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.util.List;
import java.util.UUID;

/**
 * The roles that folders, storage integrations and datasets give. Whoever has a role sees them, administrators change them; what is missing or forbidden
 * is a {@code NotFoundOrForbidden}. Owners are administrators without a role of their own.
 */
public interface Sharing {

    record UserRole(User user, Role role) {}

    record GroupRole(UserGroup group, Role role) {}

    /** What something itself grants, not what lies above it; by address and by name. */
    record Grants(List<UserRole> users, List<GroupRole> groups) {
        public Grants {
            users = List.copyOf(users);
            groups = List.copyOf(groups);
        }
    }

    Grants list(Principal asking, Shared what);

    /** In place of the role that the grantee had. */
    void grant(Principal asking, Shared what, Grantee grantee, Role role);

    /** All of them or, where one is missing, none. */
    void grantToGroups(Principal asking, Shared what, List<UUID> groups, Role role);

    /** Nothing where there is no such role. */
    void revoke(Principal asking, Shared what, Grantee grantee);

    /** Groups without a role there are passed over. */
    void revokeFromGroups(Principal asking, Shared what, List<UUID> groups);

    /** The user with the address, in any case, so that something can be shared by it. */
    UserId userWith(String email);
}
