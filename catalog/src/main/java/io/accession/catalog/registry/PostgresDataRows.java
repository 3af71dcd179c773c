package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.DatasetUploads;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRowFilter;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.DuplicateLinks;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.registry.Role;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Rows of datasets in PostgreSQL. */
public final class PostgresDataRows implements DataRows {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;
    private final ItemChanges changes;

    public PostgresDataRows(Jdbi jdbi, Supplier<UUID> ids, ItemChanges changes) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.changes = changes;
    }

    @Override
    public Page<DataRow> list(Principal asking, DatasetId dataset, DataRowFilter filter, PageRequest request) {
        var listing = new DataRowListing(filter, request);
        return jdbi.withHandle(
                handle -> listing.page(handle, DatasetAccess.require(handle, asking, dataset, Role.USER)));
    }

    @Override
    public List<DataRow> readAll(Principal asking, DatasetId dataset, List<DataRowId> rows) {
        return jdbi.withHandle(handle -> {
            var found = DatasetAccess.require(handle, asking, dataset, Role.USER);
            return readAll(handle, found, rows);
        });
    }

    private static List<DataRow> readAll(Handle handle, Dataset dataset, List<DataRowId> rows) {
        var found = DataRowListing.byId(handle, dataset, rows);
        if (found.size() < rows.size()) {
            var known = found.stream().map(DataRow::id).toList();
            rows.stream().filter(row -> !known.contains(row)).findFirst().ifPresent(row -> {
                throw unknown(row);
            });
        }
        return found;
    }

    @Override
    public List<RegisteredItem> listMembers(Principal asking, DatasetId dataset, DataRowId row) {
        return jdbi.withHandle(handle -> {
            var found = DatasetAccess.require(handle, asking, dataset, Role.USER);
            var item = readAll(handle, found, List.of(row)).getFirst().item();
            return ItemRows.members(handle, item.item().id());
        });
    }

    @Override
    public List<DataRow> listOf(Principal asking, DatasetId dataset, List<ItemId> items) {
        return jdbi.withHandle(handle -> {
            var found = DatasetAccess.require(handle, asking, dataset, Role.USER);
            return DataRowListing.byItem(handle, found, items);
        });
    }

    @Override
    public List<DataRowId> link(Principal asking, DatasetId dataset, List<ItemId> items, DuplicateLinks duplicates) {
        return jdbi.inTransaction(handle -> {
            var linking = DataRowLinking.begin(handle, asking, dataset);
            PostgresItems.requireOpen(handle, asking, items);
            var rows = linking.link(items, duplicates, ids);
            Audit.record(handle, asking, "dataset.link", dataset.value());
            return rows;
        });
    }

    private static final String JOB_STATE = "SELECT j.state FROM upload_job j WHERE j.id = :job FOR NO KEY UPDATE";

    private static final String EXPECT = """
            INSERT INTO dataset_upload (job_id, dataset_id) VALUES (:job, :dataset)
            ON CONFLICT (job_id) DO NOTHING
            """;

    /** Whoever ends the job holds its row until it has linked, and so does this. */
    @Override
    public void linkWhenEnded(Principal asking, DatasetId dataset, JobId job) {
        jdbi.useTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            var state = handle.createQuery(JOB_STATE)
                    .bind("job", job.value())
                    .mapTo(String.class)
                    .one();
            handle.createUpdate(EXPECT)
                    .bind("job", job.value())
                    .bind("dataset", dataset.value())
                    .execute();
            if (!state.equals("PENDING")) {
                DatasetUploads.link(handle, job);
            }
        });
    }

    private static final String AWAITS = """
            SELECT count(*) FROM dataset_upload u WHERE u.job_id = :job AND u.dataset_id = :dataset
            """;

    @Override
    public boolean awaits(Principal asking, DatasetId dataset, JobId job) {
        return jdbi.withHandle(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.USER);
            return handle.createQuery(AWAITS)
                            .bind("job", job.value())
                            .bind("dataset", dataset.value())
                            .mapTo(Integer.class)
                            .one()
                    > 0;
        });
    }

    private static final String REMOVE = "DELETE FROM dataset_item WHERE dataset_id = :dataset AND id = ANY(:rows)";

    @Override
    public void remove(Principal asking, DatasetId dataset, List<DataRowId> rows) {
        var wanted = List.copyOf(new HashSet<>(rows));
        var folder = jdbi.withHandle(handle ->
                DatasetAccess.require(handle, asking, dataset, Role.ADMIN).folder());
        if (folder != null) {
            var items = wanted.stream().map(row -> new ItemId(row.value())).toList();
            changes.remove(asking, folder, items, true);
            return;
        }
        jdbi.useTransaction(handle -> {
            DataRowLinking.begin(handle, asking, dataset).touch();
            int removed = handle.createUpdate(REMOVE)
                    .bind("dataset", dataset.value())
                    .bind("rows", SqlArrays.uuids(handle, wanted.stream().map(DataRowId::value)))
                    .execute();
            if (removed < wanted.size()) {
                throw new RegistryException(new RegistryError.NotFoundOrForbidden(
                        "data row", wanted.size() == 1 ? wanted.getFirst().toString() : "among those named"));
            }
            Audit.record(handle, asking, "dataset.unlink", dataset.value());
        });
    }

    private static RegistryException unknown(DataRowId row) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("data row", row.toString()));
    }
}
