package io.accession.server.rest;

import io.accession.api.DataRowIds;
import io.accession.api.Dataset;
import io.accession.api.NewDataRows;
import io.accession.api.NewDataset;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRowFilter;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.DatasetFilter;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.DuplicateLinks;
import io.accession.core.registry.TextFilter;
import io.accession.core.registry.TimeFilter;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;

/** Datasets and their rows. */
public final class DatasetRoutes {

    private static final int MOST_ROWS = 10_000;

    private final Datasets datasets;
    private final DataRows rows;

    public DatasetRoutes(Datasets datasets, DataRows rows) {
        this.datasets = datasets;
        this.rows = rows;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/datasets", this::create),
                Operation.get("/api/v1/datasets", this::list),
                Operation.get("/api/v1/datasets/{id}", this::read),
                Operation.delete("/api/v1/datasets/{id}", this::remove),
                Operation.post("/api/v1/datasets/{id}/rows", this::link),
                Operation.get("/api/v1/datasets/{id}/rows", this::listRows),
                Operation.post("/api/v1/datasets/{id}/rows/removals", this::removeRows));
    }

    private void create(Call call) throws IOException {
        var wanted = call.body(NewDataset.class);
        var created = datasets.create(
                call.asking(),
                new io.accession.core.registry.NewDataset(
                        wanted.title(),
                        wanted.description() == null ? "" : wanted.description(),
                        Boolean.TRUE.equals(wanted.mirrorsFolder())));
        call.answer(Status.CREATED_201, shown(created));
    }

    private void list(Call call) throws IOException {
        var filter = new DatasetFilter(
                call.query("search").orElse(""),
                TextFilter.ALL,
                TextFilter.ALL,
                TimeFilter.ALL,
                TimeFilter.ALL,
                call.asking().isAdministrator());
        call.answer(Paging.answer(datasets.list(call.asking(), filter, Paging.request(call)), DatasetRoutes::shown));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(datasets.read(call.asking(), dataset(call))));
    }

    private void remove(Call call) {
        datasets.remove(call.asking(), dataset(call));
        call.answerNothing();
    }

    private void link(Call call) throws IOException {
        var wanted = call.body(NewDataRows.class);
        requireSome("/items", wanted.items());
        var linked = rows.link(
                call.asking(),
                dataset(call),
                wanted.items().stream().map(ItemId::new).toList(),
                wanted.duplicates() == null
                        ? DuplicateLinks.SKIP
                        : DuplicateLinks.valueOf(wanted.duplicates().name()));
        call.answer(new DataRowIds(linked.stream().map(DataRowId::value).toList()));
    }

    private void listRows(Call call) throws IOException {
        var page = rows.list(call.asking(), dataset(call), DataRowFilter.ALL, Paging.request(call));
        call.answer(Paging.answer(page, DatasetRoutes::shown));
    }

    private void removeRows(Call call) throws IOException {
        var wanted = call.body(DataRowIds.class);
        requireSome("/rows", wanted.rows());
        rows.remove(
                call.asking(),
                dataset(call),
                wanted.rows().stream().map(DataRowId::new).toList());
        call.answerNothing();
    }

    private static void requireSome(String pointer, List<?> ids) {
        if (ids.isEmpty() || ids.size() > MOST_ROWS) {
            throw Call.invalid(pointer, "Between 1 and " + MOST_ROWS + " ids are expected, got " + ids.size() + ".");
        }
    }

    private static DatasetId dataset(Call call) {
        return new DatasetId(call.id("id", "dataset"));
    }

    private static Dataset shown(io.accession.core.registry.Dataset dataset) {
        var folder = dataset.folder();
        var role = dataset.role();
        return new Dataset(
                dataset.id().value(),
                dataset.title(),
                dataset.description(),
                folder == null ? null : folder.value(),
                role == null ? null : role.wireName(),
                dataset.createdAt(),
                dataset.editedAt());
    }

    private static io.accession.api.DataRow shown(DataRow row) {
        return new io.accession.api.DataRow(
                row.id().value(), ItemRoutes.summary(row.item().item()), row.createdAt());
    }
}
