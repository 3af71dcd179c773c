package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.IntegrationRules;
import io.accession.core.registry.IntegrationVault;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.NewIntegration;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredIntegration;
import io.accession.core.registry.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Storage integrations in PostgreSQL. Their settings lie there in the clear, their secrets sealed. */
public final class PostgresIntegrations implements Integrations {

    /** Settings are never changed yet. */
    private static final int VERSION = 1;

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;
    private final IntegrationRules rules;
    private final IntegrationVault vault;
    private final StorageIntegration hosted;

    /** {@code hosted} is the server's own directory for uploaded files, which lies in no table. */
    public PostgresIntegrations(
            Jdbi jdbi, Supplier<UUID> ids, IntegrationRules rules, IntegrationVault vault, StorageIntegration hosted) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.rules = rules;
        this.vault = vault;
        this.hosted = hosted;
    }

    private static final String INSERT = """
        INSERT INTO storage_integration (id, title, settings, secret, strict_client_only, allow_private_network,
                                         signed_url_lifetime_sec, owner_id)
        VALUES (:id, :title, CAST(:settings AS jsonb),
                CAST(:secret AS bytea), :strictClientOnly, :allowPrivateNetwork, :lifetime, :owner)
        """;

    @Override
    public RegisteredIntegration add(Principal asking, NewIntegration integration) {
        rules.check(asking, integration);
        var id = new IntegrationId(ids.get());
        var settings = StoredSettings.of(integration.settings());
        return jdbi.inTransaction(handle -> {
            var secret = settings.secret();
            handle.createUpdate(INSERT)
                    .bind("id", id.value())
                    .bind("title", integration.title())
                    .bind("settings", settings.json())
                    .bind("secret", secret == null ? null : vault.seal(secret, id))
                    .bind("strictClientOnly", integration.strictClientOnly())
                    .bind("allowPrivateNetwork", integration.allowPrivateNetwork())
                    .bind("lifetime", (int) integration.signedUrlLifetime().toSeconds())
                    .bind("owner", asking.id().value())
                    .execute();
            Audit.record(handle, asking, "integration.add", id.value());
            return read(handle, asking, id);
        });
    }

    @Override
    public RegisteredIntegration read(Principal asking, IntegrationId integration) {
        return jdbi.withHandle(handle -> read(handle, asking, integration));
    }

    private static final String READ = """
        SELECT s.id, s.title, s.settings, s.secret,
               s.strict_client_only, s.allow_private_network, s.signed_url_lifetime_sec, s.owner_id, s.created_at
          FROM storage_integration s
         WHERE s.id = :id AND s.removed_at IS NULL
        """;

    private RegisteredIntegration read(Handle handle, Principal asking, IntegrationId integration) {
        var role = IntegrationAccess.require(handle, asking, integration, Role.USER);
        return handle.createQuery(READ)
                .bind("id", integration.value())
                .map((row, context) -> registered(row, role))
                .findOne()
                .orElseThrow(() -> IntegrationAccess.unknown(integration));
    }

    @Override
    public Optional<StorageIntegration> find(IntegrationId integration) {
        return integration.equals(hosted.id())
                ? Optional.of(hosted)
                : jdbi.withHandle(handle -> handle.createQuery(READ)
                        .bind("id", integration.value())
                        .map((row, context) -> integration(row))
                        .findOne());
    }

    private static final String LIST = """
        SELECT s.id, s.title, s.settings, s.secret,
               s.strict_client_only, s.allow_private_network, s.signed_url_lifetime_sec, s.owner_id, s.created_at,
               CASE WHEN :administrator THEN 'admin' ELSE integration_role(s.id, :asking) END AS role
          FROM storage_integration s
         WHERE s.removed_at IS NULL
           AND (:administrator OR s.id IN (SELECT g.integration_id FROM integration_grant g WHERE g.user_id = :asking))
           AND s.title ILIKE :search
           AND (CAST(:afterId AS uuid) IS NULL OR (lower(s.title), s.id) > (lower(:afterKey), CAST(:afterId AS uuid)))
         ORDER BY lower(s.title), s.id
         LIMIT :rows
        """;

    @Override
    public Page<RegisteredIntegration> list(Principal asking, String search, PageRequest request) {
        var paging = Paging.of("integrations", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("administrator", asking.isAdministrator())
                .bind("asking", asking.id().value())
                .bind("search", Search.pattern(search))
                .bind("afterKey", paging.afterKey())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> registered(row, FolderAccess.role(row.getString("role"))))
                .list());
        return paging.page(
                rows,
                row -> row.integration().title(),
                row -> row.integration().id().value());
    }

    private static final String REMOVE = """
        UPDATE storage_integration s
           SET removed_at = now(), secret = NULL
         WHERE s.id = :id
           AND NOT EXISTS (SELECT FROM upload_job j WHERE j.integration_id = s.id AND j.state = 'PENDING')
        """;

    @Override
    public void remove(Principal asking, IntegrationId integration) {
        jdbi.useTransaction(handle -> {
            IntegrationAccess.require(handle, asking, integration, Role.ADMIN);
            int removed =
                    handle.createUpdate(REMOVE).bind("id", integration.value()).execute();
            if (removed == 0) {
                throw new RegistryException(new RegistryError.Conflict(
                        "Upload jobs are using this storage integration. Wait for them, or cancel them."));
            }
            Audit.record(handle, asking, "integration.remove", integration.value());
        });
    }

    private RegisteredIntegration registered(ResultSet row, Role role) throws SQLException {
        return new RegisteredIntegration(
                integration(row),
                new UserId(row.getObject("owner_id", UUID.class)),
                role,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private StorageIntegration integration(ResultSet row) throws SQLException {
        var id = new IntegrationId(row.getObject("id", UUID.class));
        var secret = row.getBytes("secret");
        var settings = StoredSettings.parse(row.getString("settings"), secret == null ? null : vault.open(secret, id))
                .settings();
        return new StorageIntegration(
                id,
                VERSION,
                row.getString("title"),
                settings,
                row.getBoolean("strict_client_only"),
                row.getBoolean("allow_private_network"),
                Duration.ofSeconds(row.getInt("signed_url_lifetime_sec")));
    }
}
