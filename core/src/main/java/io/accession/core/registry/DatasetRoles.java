package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import java.util.List;
import java.util.UUID;

/** Who may do what in a dataset. A dataset that is missing or forbidden is a {@code NotFoundOrForbidden}; its administrators give roles. */
public interface DatasetRoles {

    record Member(String email, Role role) {}

    /**
     * Gives users a role; those who have one of their own keep it. Addresses are found in any case; all of them have to be known.
     *
     * @return the users in the order of their addresses, with the roles that they have now
     */
    List<Member> addUsers(Principal asking, DatasetId dataset, List<String> emails, Role role);

    record GroupRole(UserGroup group, Role role) {}

    /** By name. */
    List<GroupRole> listGroups(Principal asking, DatasetId dataset);

    /** Gives groups a role instead of the one that they had. */
    void grant(Principal asking, DatasetId dataset, List<UUID> groups, Role role);

    /** Groups without a role there are passed over. */
    void revoke(Principal asking, DatasetId dataset, List<UUID> groups);
}
