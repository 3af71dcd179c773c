package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.curation.FilterPreset;
import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Names;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Presets in PostgreSQL. */
public final class PostgresFilterPresets implements FilterPresets {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresFilterPresets(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String INSERT = """
            INSERT INTO filter_preset (id, name, description, definition, owner_id)
            VALUES (:id, :name, :description, CAST(:definition AS jsonb), :user)
            """;

    @Override
    public FilterPreset create(Principal asking, String name, String description, String definition) {
        Names.check("name", name);
        var id = ids.get();
        write(handle -> {
            handle.createUpdate(INSERT)
                    .bind("id", id)
                    .bind("name", name)
                    .bind("description", description)
                    .bind("definition", definition)
                    .bind("user", asking.id().value())
                    .execute();
            Audit.record(handle, asking, "preset.create", id);
        });
        return read(id);
    }

    private void write(HandleConsumer<RuntimeException> change) {
        try {
            jdbi.useTransaction(change);
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
    }

    private static final String READ = """
            SELECT p.id, p.name, p.description, CAST(p.definition AS text) AS definition, p.created_at, p.edited_at
              FROM filter_preset p
             WHERE p.id = :id
            """;

    @Override
    public FilterPreset read(UUID preset) {
        return find(preset).orElseThrow(() -> unknown(preset));
    }

    @Override
    public Optional<FilterPreset> find(UUID preset) {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind("id", preset)
                .map((row, context) -> preset(row))
                .findOne());
    }

    private static RegistryException unknown(UUID preset) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("filter preset", preset.toString()));
    }

    private static final String LIST = """
            SELECT p.id, p.name, p.description, CAST(p.definition AS text) AS definition, p.created_at, p.edited_at
              FROM filter_preset p
             WHERE (:all OR p.id = ANY(:ids))
               AND (CAST(:afterId AS uuid) IS NULL OR p.id > CAST(:afterId AS uuid))
             ORDER BY p.id
             LIMIT :rows
            """;

    @Override
    public Page<FilterPreset> list(List<UUID> ids, PageRequest request) {
        var paging = Paging.of("presets", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("all", ids.isEmpty())
                .bind("ids", SqlArrays.uuids(handle, ids.stream()))
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> preset(row))
                .list());
        return paging.page(rows, row -> "", FilterPreset::id);
    }

    private static final String CHANGE = """
            UPDATE filter_preset
               SET name = coalesce(:name, name), description = coalesce(:description, description),
                   definition = coalesce(CAST(:definition AS jsonb), definition), edited_at = now()
             WHERE id = :id AND (owner_id = :user OR :administrator)
            """;

    @Override
    public void change(
            Principal asking,
            UUID preset,
            @Nullable String name,
            @Nullable String description,
            @Nullable String definition) {
        if (name != null) {
            Names.check("name", name);
        }
        write(handle -> {
            int changed = handle.createUpdate(CHANGE)
                    .bind("id", preset)
                    .bind("name", name)
                    .bind("description", description)
                    .bind("definition", definition)
                    .bind("user", asking.id().value())
                    .bind("administrator", asking.isAdministrator())
                    .execute();
            noteChange(handle, asking, preset, changed, "preset.change");
        });
    }

    private static final String REMOVE =
            "DELETE FROM filter_preset WHERE id = :id AND (owner_id = :user OR :administrator)";

    @Override
    public void remove(Principal asking, UUID preset) {
        jdbi.useTransaction(handle -> {
            int removed = handle.createUpdate(REMOVE)
                    .bind("id", preset)
                    .bind("user", asking.id().value())
                    .bind("administrator", asking.isAdministrator())
                    .execute();
            noteChange(handle, asking, preset, removed, "preset.remove");
        });
    }

    private static void noteChange(Handle handle, Principal asking, UUID preset, int changed, String action) {
        if (changed == 0) {
            throw unknown(preset);
        }
        Audit.record(handle, asking, action, preset);
    }

    private static FilterPreset preset(ResultSet row) throws SQLException {
        return new FilterPreset(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("definition"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }
}
