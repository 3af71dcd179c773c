package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRowFilter;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.DuplicateLinks;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.SignedUrls;
import io.accession.core.registry.TextFilter;
import io.accession.core.registry.TimeFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Datasets and their rows, as the older half of the protocol asks for them. */
public final class DataRowQueries {

    private static final int CHUNK = 1_000;

    private final Datasets datasets;
    private final DataRows rows;
    private final ItemChanges changes;
    private final Integrations integrations;
    private final SignedUrls signedUrls;
    private final WireMetadata metadata;

    /** {@code metadataBytes} that one item's metadata may have. */
    public DataRowQueries(
            Datasets datasets,
            DataRows rows,
            ItemChanges changes,
            Integrations integrations,
            SignedUrls signedUrls,
            int metadataBytes) {
        this.datasets = datasets;
        this.rows = rows;
        this.changes = changes;
        this.integrations = integrations;
        this.signedUrls = signedUrls;
        this.metadata = new WireMetadata(metadataBytes);
    }

    public List<LegacyRoute> routes() {
        return List.of(
                new LegacyRoute("GET", "dataset", this::read),
                new LegacyRoute("GET", "datarows", this::list),
                new LegacyRoute("GET", "datarow", this::readRow),
                new LegacyRoute("POST", "datarow", this::changeRow),
                new LegacyRoute("POST", "datasetlinkitems", this::link),
                new LegacyRoute("POST", "video", this::rename),
                new LegacyRoute("DELETE", "video", this::remove));
    }

    private ItemsOnTheWire shownTo(LegacyCall call, boolean signs) {
        return new ItemsOnTheWire(integrations, signedUrls, call.origin(), signs);
    }

    private record AccessSettings(boolean fetch_client_metadata) {
        static boolean hasMetadata(@Nullable AccessSettings settings) {
            return settings != null && settings.fetch_client_metadata();
        }
    }

    private record Wanted(@Nullable AccessSettings dataset_access_settings) {}

    private WireAnswer read(LegacyCall call) throws IOException {
        var wanted = call.findPayload(Wanted.class);
        var dataset = datasets.read(call.asking(), call.dataset());
        var shown = new DataRowsOnTheWire(
                shownTo(call, false),
                wanted.map(one -> AccessSettings.hasMetadata(one.dataset_access_settings()))
                        .orElse(false));
        var all = all(call, dataset.id(), DataRowFilter.ALL, shown);
        var folder = dataset.folder();
        return call.stream(json -> {
            json.writeStartObject();
            json.writeStringField("dataset_hash", dataset.id().toString());
            json.writeStringField("title", dataset.title());
            json.writeStringField("description", dataset.description());
            json.writeStringField("dataset_type", "CORD_STORAGE"); // items of any storage
            json.writeStringField("backing_folder_uuid", folder == null ? null : folder.toString());
            json.writeFieldName("data_rows");
            all.writeTo(json);
            json.writeEndObject();
        });
    }

    private record RowFilter(
            @Nullable String title_eq,
            @Nullable String title_like,
            @Nullable String created_before,
            @Nullable String created_after,
            @Nullable List<String> data_types,
            @Nullable List<UUID> data_hashes,
            @Nullable AccessSettings dataset_access_settings) {

        DataRowFilter filter() {
            return new DataRowFilter(
                    new TextFilter(title_eq, title_like),
                    new TimeFilter(
                            WireTimes.read("created_after", created_after),
                            WireTimes.read("created_before", created_before)),
                    data_types == null ? null : DataTypes.kinds(data_types),
                    data_hashes == null
                            ? null
                            : data_hashes.stream().map(DataRowId::new).collect(Collectors.toSet()));
        }
    }

    private WireAnswer list(LegacyCall call) throws IOException {
        var wanted = call.findPayload(RowFilter.class);
        var filter = wanted.map(RowFilter::filter).orElse(DataRowFilter.ALL);
        boolean hasMetadata = wanted.map(one -> AccessSettings.hasMetadata(one.dataset_access_settings()))
                .orElse(false);
        return call.stream(all(call, call.dataset(), filter, new DataRowsOnTheWire(shownTo(call, false), hasMetadata)));
    }

    /** All rows, page by page: memory does not grow with them. What is wrong with the question is seen at once. */
    private LegacyCall.Response all(LegacyCall call, DatasetId dataset, DataRowFilter filter, DataRowsOnTheWire shown) {
        var first = rows.list(call.asking(), dataset, filter, new PageRequest(CHUNK, null));
        return json -> {
            json.writeStartArray();
            Page<DataRow> page = first;
            write(page.results(), shown, json);
            while (page.nextToken() != null) {
                page = rows.list(call.asking(), dataset, filter, new PageRequest(CHUNK, page.nextToken()));
                write(page.results(), shown, json);
            }
            json.writeEndArray();
        };
    }

    private static void write(List<DataRow> rows, DataRowsOnTheWire shown, JsonGenerator json) throws IOException {
        for (var row : rows) {
            WireJson.mapper().writeValue(json, shown.shown(row));
        }
    }

    private record ImagesOptions(boolean fetch_signed_urls) {}

    private record Additional(
            boolean signed_url, @Nullable ImagesOptions images_data_fetch_options, boolean client_metadata) {

        static final Additional NONE = new Additional(false, null, false);
    }

    private record RowWanted(@Nullable Additional additional_data) {}

    private WireAnswer readRow(LegacyCall call) throws IOException {
        var wanted = call.findPayload(RowWanted.class)
                .map(RowWanted::additional_data)
                .orElse(Additional.NONE);
        var id = new DataRowId(call.uid());
        var row = rows.readAll(call.asking(), call.dataset(), List.of(id)).getFirst();
        var shown = new DataRowsOnTheWire(shownTo(call, wanted.signed_url()), wanted.client_metadata());
        var images = wanted.images_data_fetch_options();
        if (images == null || !DataTypes.of(row.item().item().kind()).equals("IMG_GROUP")) {
            return call.json(shown.shown(row));
        }
        var members = rows.listMembers(call.asking(), call.dataset(), id);
        return call.json(shown.shown(row, members, shownTo(call, images.fetch_signed_urls())));
    }

    private record Changed(Map<String, @Nullable Object> data_row, List<String> updated_fields) {}

    private WireAnswer changeRow(LegacyCall call) throws IOException {
        var payload = call.payload(JsonNode.class);
        if (!payload.isObject()) {
            throw invalid("The payload has to be an object of fields to change.");
        }
        var id = new DataRowId(call.uid());
        var change = change(payload);
        datasets.readToChange(call.asking(), call.dataset());
        var row = rows.readAll(call.asking(), call.dataset(), List.of(id)).getFirst();
        changes.change(call.asking(), Map.of(row.item().item().id(), change));
        var changed = rows.readAll(call.asking(), call.dataset(), List.of(id)).getFirst();
        var fields = new ArrayList<String>();
        payload.fieldNames().forEachRemaining(fields::add);
        return call.json(new Changed(new DataRowsOnTheWire(shownTo(call, false), true).shown(changed), fields));
    }

    private ItemChange change(JsonNode payload) {
        var fields = new ArrayList<String>();
        payload.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(List.of("data_title", "client_metadata"));
        if (!fields.isEmpty()) {
            throw invalid("Of a row only data_title and client_metadata can be changed, not " + fields + ".");
        }
        var title = payload.get("data_title");
        if (title != null && !title.isTextual()) {
            throw WireCall.invalid("data_title", "A text is expected.");
        }
        return ItemChange.replacing(
                title == null ? null : title.asText(), metadata.ofObject(payload.get("client_metadata")));
    }

    private record Links(List<UUID> item_uuids, @Nullable String duplicates_behavior) {}

    private WireAnswer link(LegacyCall call) throws IOException {
        var links = call.payload(Links.class);
        var linked = rows.link(
                call.asking(),
                call.namedDataset(),
                links.item_uuids().stream().map(ItemId::new).toList(),
                duplicates(links.duplicates_behavior()));
        var shown = new DataRowsOnTheWire(shownTo(call, false), false);
        return call.stream(json -> {
            json.writeStartArray();
            for (int from = 0; from < linked.size(); from += CHUNK) {
                var chunk = linked.subList(from, Math.min(from + CHUNK, linked.size()));
                write(rows.readAll(call.asking(), call.namedDataset(), chunk), shown, json);
            }
            json.writeEndArray();
        });
    }

    private static DuplicateLinks duplicates(@Nullable String named) {
        try {
            return named == null ? DuplicateLinks.SKIP : DuplicateLinks.valueOf(named);
        } catch (IllegalArgumentException e) {
            throw WireCall.invalid("duplicates_behavior", "SKIP, FAIL or DUPLICATE is expected, got '" + named + "'.");
        }
    }

    private record NewTitle(UUID video_hash, String title) {}

    private record Success(boolean success) {}

    private WireAnswer rename(LegacyCall call) throws IOException {
        var titles = List.of(call.payload(NewTitle[].class));
        datasets.readToChange(call.asking(), call.namedDataset());
        var ids =
                titles.stream().map(title -> new DataRowId(title.video_hash())).toList();
        var found = rows.readAll(call.asking(), call.namedDataset(), ids);
        var wanted = new LinkedHashMap<ItemId, ItemChange>();
        for (int i = 0; i < titles.size(); i++) {
            wanted.put(
                    found.get(i).item().item().id(),
                    ItemChange.replacing(titles.get(i).title(), null));
        }
        changes.change(call.asking(), wanted);
        return call.json(new Success(true));
    }

    private WireAnswer remove(LegacyCall call) {
        rows.remove(
                call.asking(),
                call.dataset(),
                call.uids().stream().map(DataRowId::new).toList());
        return call.json(new Success(true));
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}
