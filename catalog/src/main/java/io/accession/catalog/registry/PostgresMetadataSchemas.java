package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaJson;
import io.accession.core.schema.SchemaVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The metadata schema and its versions in PostgreSQL. */
public final class PostgresMetadataSchemas implements MetadataSchemas {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresMetadataSchemas(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    @Override
    public Optional<SchemaVersion> current() {
        return jdbi.withHandle(PostgresMetadataSchemas::current);
    }

    private static final String CURRENT = """
            SELECT s.version, s.id, CAST(s.definition AS text) AS definition, s.saved_at, u.email
              FROM metadata_schema s
              LEFT JOIN app_user u ON u.id = s.saved_by
             ORDER BY s.version DESC
             LIMIT 1
            """;

    static Optional<SchemaVersion> current(Handle handle) {
        return handle.createQuery(CURRENT).map((row, context) -> version(row)).findOne();
    }

    private static final String VERSION = """
            SELECT s.version, s.id, CAST(s.definition AS text) AS definition, s.saved_at, u.email
              FROM metadata_schema s
              LEFT JOIN app_user u ON u.id = s.saved_by
             WHERE s.version = :version
            """;

    @Override
    public SchemaVersion version(int number) {
        return jdbi.withHandle(handle -> handle.createQuery(VERSION)
                .bind("version", number)
                .map((row, context) -> version(row))
                .findOne()
                .orElseThrow(() -> new RegistryException(new RegistryError.NotFoundOrForbidden(
                        "version of the metadata schema", String.valueOf(number)))));
    }

    private static final String HISTORY = """
            SELECT s.version, s.id, CAST(s.definition AS text) AS definition, s.saved_at, u.email
              FROM metadata_schema s
              LEFT JOIN app_user u ON u.id = s.saved_by
             WHERE CAST(:afterId AS uuid) IS NULL
                OR s.version < (SELECT a.version FROM metadata_schema a WHERE a.id = CAST(:afterId AS uuid))
             ORDER BY s.version DESC
             LIMIT :rows
            """;

    @Override
    public Page<SchemaVersion> history(PageRequest request) {
        var paging = Paging.of("schema-versions", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(HISTORY)
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> version(row))
                .list());
        return paging.page(rows, version -> "", SchemaVersion::id);
    }

    // Savers wait for one another; readers do not wait.
    private static final String LOCK = "LOCK TABLE metadata_schema IN SHARE ROW EXCLUSIVE MODE";

    private static final String INSERT = """
            INSERT INTO metadata_schema (version, id, definition, saved_by)
            VALUES (:version, :id, CAST(:definition AS jsonb), :user)
            """;

    @Override
    public SchemaVersion save(Principal asking, Wanted wanted, @Nullable Integer basedOn) {
        AccessRules.requireAdministrator(asking, "change the metadata schema");
        return jdbi.inTransaction(handle -> {
            handle.execute(LOCK);
            var before = current(handle);
            var next = next(before, wanted, basedOn);
            if (before.isPresent() && next.equals(before.get().schema())) {
                return before.get();
            }
            insert(handle, asking, number(before) + 1, next);
            return current(handle).orElseThrow();
        });
    }

    @Override
    public MetadataSchema preview(Principal asking, Wanted wanted, @Nullable Integer basedOn) {
        AccessRules.requireAdministrator(asking, "change the metadata schema");
        return next(current(), wanted, basedOn);
    }

    private static MetadataSchema next(Optional<SchemaVersion> before, Wanted wanted, @Nullable Integer basedOn) {
        int number = number(before);
        if (basedOn != null && basedOn != number) {
            throw new RegistryException(new RegistryError.Conflict("The metadata schema is at version " + number
                    + " by now, not at " + basedOn + ". Read it again and repeat the change."));
        }
        var schema = before.map(SchemaVersion::schema).orElseGet(MetadataSchema::empty);
        return schema.replacedBy(wanted.given(schema));
    }

    private static int number(Optional<SchemaVersion> before) {
        return before.map(SchemaVersion::number).orElse(0);
    }

    private void insert(Handle handle, Principal asking, int number, MetadataSchema schema) {
        var id = ids.get();
        handle.createUpdate(INSERT)
                .bind("version", number)
                .bind("id", id)
                .bind("definition", SchemaJson.text(schema))
                .bind("user", asking.id().value())
                .execute();
        Audit.record(handle, asking, "schema.save", id);
    }

    private static SchemaVersion version(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new SchemaVersion(
                row.getInt("version"),
                row.getObject("id", UUID.class),
                SchemaJson.read(row.getString("definition")),
                email == null ? "" : email,
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
