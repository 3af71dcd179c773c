package io.accession.catalog.registry;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import org.jdbi.v3.core.Handle;

/** Who may do what with which storage integration. */
final class IntegrationAccess {

    private static final String ROLE = """
            SELECT CASE WHEN :administrator THEN 'admin' ELSE integration_role(s.id, :asking) END AS role
              FROM storage_integration s
             WHERE s.id = :id AND s.removed_at IS NULL
            """;

    private IntegrationAccess() {}

    /** What the asker is. Fails when the integration is missing or removed, or the asker is less than {@code least}. */
    static Role require(Handle handle, Principal asking, IntegrationId integration, Role least) {
        var role = handle.createQuery(ROLE)
                .bind("administrator", asking.isAdministrator())
                .bind("asking", asking.id().value())
                .bind("id", integration.value())
                .mapTo(String.class)
                .findOne();
        return role.map(FolderAccess::role)
                .filter(found -> found.compareTo(least) >= 0)
                .orElseThrow(() -> unknown(integration));
    }

    static RegistryException unknown(IntegrationId integration) {
        return new RegistryException(
                new RegistryError.NotFoundOrForbidden("storage integration", integration.toString()));
    }
}
