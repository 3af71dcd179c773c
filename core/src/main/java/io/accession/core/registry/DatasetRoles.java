package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import java.util.List;

/** How the SDK gives users roles in a dataset: many at once, by address. A dataset that is missing or forbidden is a {@code NotFoundOrForbidden}. */
public interface DatasetRoles {

    record Member(String email, Role role) {}

    /**
     * Gives users a role; those who have one of their own keep it. Addresses are found in any case; all of them have to be known.
     *
     * @return the users in the order of their addresses, with the roles that they have now
     */
    List<Member> addUsers(Principal asking, DatasetId dataset, List<String> emails, Role role);
}
