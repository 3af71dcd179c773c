package io.accession.core.registry;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import java.util.Optional;

/** The one place that knows who may do what. Administrators may do everything; everybody else, what belongs to them. */
public final class AccessRules {

    private AccessRules() {}

    /** Whose folders and integrations a principal sees in lists; empty: everybody's. */
    public static Optional<UserId> visibleOwner(Principal asking) {
        return asking.isAdministrator() ? Optional.empty() : Optional.of(asking.id());
    }

    public static boolean mayUse(Principal asking, UserId owner) {
        return asking.isAdministrator() || asking.id().equals(owner);
    }

    /** {@code action} completes "Only administrators of the organisation may …". */
    public static void requireAdministrator(Principal asking, String action) {
        if (!asking.isAdministrator()) {
            throw new RegistryException(new RegistryError.AdministratorsOnly(action));
        }
    }
}
