package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.DatasetChange;
import io.accession.core.registry.DatasetFilter;
import io.accession.core.registry.DatasetUse;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.NewDataset;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Datasets in PostgreSQL. */
public final class PostgresDatasets implements Datasets {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresDatasets(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String INSERT_FOLDER = """
            INSERT INTO folder (id, name, description, owner_id) VALUES (:folder, :title, :description, :owner)
            """;

    private static final String INSERT = """
            INSERT INTO dataset (id, title, description, owner_id, folder_id)
            VALUES (:id, :title, :description, :owner, CAST(:folder AS uuid))
            """;

    @Override
    public Dataset create(Principal asking, NewDataset dataset) {
        return jdbi.inTransaction(handle -> {
            var id = ids.get();
            var folder = dataset.mirrorsFolder() ? ids.get() : null;
            if (folder != null) {
                insert(handle, INSERT_FOLDER, asking, dataset, id, folder);
                Audit.record(handle, asking, "folder.create", folder);
            }
            insert(handle, INSERT, asking, dataset, id, folder);
            Audit.record(handle, asking, "dataset.create", id);
            return DatasetAccess.require(handle, asking, new DatasetId(id), Role.ADMIN);
        });
    }

    private static void insert(
            Handle handle, String statement, Principal asking, NewDataset dataset, UUID id, @Nullable UUID folder) {
        handle.createUpdate(statement)
                .bind("id", id)
                .bind("folder", folder)
                .bind("title", dataset.title())
                .bind("description", dataset.description())
                .bind("owner", asking.id().value())
                .execute();
    }

    @Override
    public Dataset read(Principal asking, DatasetId dataset) {
        return jdbi.withHandle(handle -> DatasetAccess.require(handle, asking, dataset, Role.USER));
    }

    @Override
    public Dataset readToChange(Principal asking, DatasetId dataset) {
        return jdbi.withHandle(handle -> DatasetAccess.require(handle, asking, dataset, Role.ADMIN));
    }

    // Ids are time-ordered, so that their order is that of creation.
    private static final String LIST = """
            SELECT d.id, d.title, d.description, d.folder_id, d.created_at, d.edited_at,
                   dataset_role(d.id, :asking) AS role
              FROM dataset d
             WHERE (:everybodys
                    OR d.id IN (SELECT o.id FROM dataset o WHERE o.owner_id = :asking
                                 UNION
                                SELECT u.dataset_id FROM dataset_user u WHERE u.user_id = :asking
                                 UNION
                                SELECT g.dataset_id
                                  FROM dataset_group g
                                  JOIN user_group_member m ON m.group_id = g.group_id
                                 WHERE m.user_id = :asking))
               AND d.title ILIKE :search
               AND (CAST(:titleEqual AS text) IS NULL OR d.title = :titleEqual)
               AND (CAST(:titleLike AS text) IS NULL OR d.title LIKE :titleLike)
               AND (CAST(:descriptionEqual AS text) IS NULL OR d.description = :descriptionEqual)
               AND (CAST(:descriptionLike AS text) IS NULL OR d.description LIKE :descriptionLike)
               AND (CAST(:createdAfter AS timestamptz) IS NULL OR d.created_at > :createdAfter)
               AND (CAST(:createdBefore AS timestamptz) IS NULL OR d.created_at < :createdBefore)
               AND (CAST(:editedAfter AS timestamptz) IS NULL OR d.edited_at > :editedAfter)
               AND (CAST(:editedBefore AS timestamptz) IS NULL OR d.edited_at < :editedBefore)
               AND (CAST(:afterId AS uuid) IS NULL OR d.id > CAST(:afterId AS uuid))
             ORDER BY d.id
             LIMIT :rows
            """;

    @Override
    public Page<Dataset> list(Principal asking, DatasetFilter filter, PageRequest request) {
        if (filter.everybodys()) {
            AccessRules.requireAdministrator(asking, "list what they have no role in");
        }
        var paging = Paging.of("datasets", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("asking", asking.id().value())
                .bind("everybodys", filter.everybodys())
                .bind("search", Search.pattern(filter.search()))
                .bind("titleEqual", filter.title().equal())
                .bind("titleLike", filter.title().like())
                .bind("descriptionEqual", filter.description().equal())
                .bind("descriptionLike", filter.description().like())
                .bind("createdAfter", time(filter.created().after()))
                .bind("createdBefore", time(filter.created().before()))
                .bind("editedAfter", time(filter.edited().after()))
                .bind("editedBefore", time(filter.edited().before()))
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> DatasetAccess.dataset(row))
                .list());
        return paging.page(rows, row -> "", row -> row.id().value());
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static final String CHANGE = """
            UPDATE dataset
               SET title = coalesce(:title, title), description = coalesce(:description, description), edited_at = now()
             WHERE id = :dataset
            """;

    @Override
    public Dataset change(Principal asking, DatasetId dataset, DatasetChange change) {
        return jdbi.inTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            handle.createUpdate(CHANGE)
                    .bind("dataset", dataset.value())
                    .bind("title", change.title())
                    .bind("description", change.description())
                    .execute();
            Audit.record(handle, asking, "dataset.change", dataset.value());
            return DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
        });
    }

    @Override
    public void remove(Principal asking, DatasetId dataset) {
        jdbi.useTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            handle.createUpdate("DELETE FROM dataset WHERE id = :dataset")
                    .bind("dataset", dataset.value())
                    .execute();
            Audit.record(handle, asking, "dataset.remove", dataset.value());
        });
    }

    private static final String USE = """
            SELECT d.id, d.title, d.description, d.folder_id, d.created_at, d.edited_at,
                   dataset_role(d.id, :asking) AS role, r.rows, r.since
              FROM (SELECT w.dataset_id, array_agg(w.id ORDER BY w.created_at, w.id) AS rows, min(w.created_at) AS since
                      FROM data_row w
                     WHERE w.item_id = :item
                     GROUP BY w.dataset_id) AS r
              JOIN dataset d ON d.id = r.dataset_id
             ORDER BY d.id
            """;

    @Override
    public DatasetUse use(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            PostgresItems.requireOpen(handle, asking, List.of(item));
            var all = handle.createQuery(USE)
                    .bind("asking", asking.id().value())
                    .bind("item", item.value())
                    .map((row, context) -> inDataset(row))
                    .list();
            var accessible = all.stream()
                    .filter(one -> asking.isAdministrator() || one.dataset().role() != null)
                    .toList();
            return new DatasetUse(all.size(), accessible);
        });
    }

    private static DatasetUse.InDataset inDataset(ResultSet row) throws SQLException {
        var rows = (UUID[]) row.getArray("rows").getArray();
        return new DatasetUse.InDataset(
                DatasetAccess.dataset(row),
                Arrays.stream(rows).map(DataRowId::new).toList(),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
