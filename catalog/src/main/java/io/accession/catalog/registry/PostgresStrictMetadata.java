package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Principal;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.schema.StrictMetadata;
import io.accession.core.schema.Strictness;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The strict switch in PostgreSQL: a row for each integration where it is on, and one without an integration for everywhere. */
public final class PostgresStrictMetadata implements StrictMetadata {

    private final Jdbi jdbi;

    public PostgresStrictMetadata(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String ROWS = "SELECT s.integration_id FROM strict_metadata s";

    @Override
    public Strictness read() {
        return jdbi.withHandle(PostgresStrictMetadata::read);
    }

    private static Strictness read(Handle handle) {
        var integrations = new HashSet<IntegrationId>();
        var everywhere = new boolean[1];
        handle.createQuery(ROWS)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .forEach(id -> id.ifPresentOrElse(
                        integration -> integrations.add(new IntegrationId(integration)), () -> everywhere[0] = true));
        return new Strictness(everywhere[0], integrations);
    }

    private static final String ANYWHERE = "SELECT EXISTS (SELECT FROM strict_metadata)";

    static boolean isAnywhere(Handle handle) {
        return handle.createQuery(ANYWHERE).mapTo(Boolean.class).one();
    }

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM storage_integration s WHERE s.id = :integration AND s.removed_at IS NULL)
            """;

    private static final String TURN_ON = """
            INSERT INTO strict_metadata (integration_id) VALUES (CAST(:integration AS uuid)) ON CONFLICT DO NOTHING
            """;

    private static final String TURN_OFF = """
            DELETE FROM strict_metadata s WHERE s.integration_id IS NOT DISTINCT FROM CAST(:integration AS uuid)
            """;

    @Override
    public Strictness change(Principal asking, @Nullable IntegrationId integration, boolean strict) {
        AccessRules.requireAdministrator(asking, "make the metadata schema strict");
        var id = integration == null ? null : integration.value();
        return jdbi.inTransaction(handle -> {
            if (id != null) {
                requireKnown(handle, id);
            }
            handle.createUpdate(strict ? TURN_ON : TURN_OFF)
                    .bind("integration", id)
                    .execute();
            Audit.record(handle, asking, strict ? "schema.strict" : "schema.lenient", id);
            return read(handle);
        });
    }

    private static void requireKnown(Handle handle, UUID integration) {
        if (!handle.createQuery(KNOWN)
                .bind("integration", integration)
                .mapTo(Boolean.class)
                .one()) {
            throw new RegistryException(
                    new RegistryError.NotFoundOrForbidden("storage integration", integration.toString()));
        }
    }

    private static final String STRICT = """
            SELECT EXISTS (
                SELECT FROM strict_metadata s WHERE s.integration_id IS NULL OR s.integration_id = :integration)
            """;

    @Override
    public Optional<MetadataSchema> find(IntegrationId integration) {
        return jdbi.withHandle(handle -> handle.createQuery(STRICT)
                        .bind("integration", integration.value())
                        .mapTo(Boolean.class)
                        .one()
                ? PostgresMetadataSchemas.current(handle).map(SchemaVersion::schema)
                : Optional.empty());
    }
}
