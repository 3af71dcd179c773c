package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.Item;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.search.FoundItems;
import io.accession.core.search.Search;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that a search finds as a file. Memory does not grow with what is found. */
public final class SearchExport {

    /** Items that are in memory at once, with their metadata. */
    private static final int CHUNK = 100;

    private final Search search;
    private final Items items;

    public SearchExport(Search search, Items items) {
        this.search = search;
        this.items = items;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/search/export", this::export));
    }

    private void export(Call call) throws IOException {
        var format = call.query("format").orElse("manifest");
        if (!Set.of("manifest", "csv", "ndjson").contains(format)) {
            throw Call.invalid("format", "One of manifest, csv and ndjson is expected, got '" + format + "'.");
        }
        var found = search.found(call.asking(), call.body(JsonNode.class).toString());
        // A search that is wrong or too expensive has to fail before the answer begins.
        var kinds = found.kinds();
        switch (format) {
            case "csv" -> csv(call, found);
            case "ndjson" -> lines(call, found);
            default -> manifest(call, found, kinds);
        }
    }

    private void csv(Call call, FoundItems found) throws IOException {
        var csv = new ItemCsv(search.schema());
        try (var out = writer(call, "text/csv; charset=utf-8", "items.csv")) {
            out.write(csv.header());
            found.<IOException>forEach(page -> forEach(call.asking(), page, item -> out.write(csv.row(item))));
        }
    }

    private void lines(Call call, FoundItems found) throws IOException {
        var schema = search.schema();
        try (var out = writer(call, "application/x-ndjson", "items.ndjson")) {
            found.<IOException>forEach(page -> forEach(call.asking(), page, item -> {
                out.write(Json.strict().writeValueAsString(ItemRoutes.shown(item, schema)));
                out.write('\n');
            }));
        }
    }

    /** A manifest names each type once: what is found is gone through type by type. */
    private void manifest(Call call, FoundItems found, Set<ItemKind> kinds) throws IOException {
        try (var out = writer(call, "application/json", "manifest.json")) {
            var manifest = new WrittenManifest(out);
            manifest.begin(true, false);
            for (var type : types(kinds)) {
                var key = ItemEntry.typeKey(type.iterator().next());
                if (key != null) {
                    found.<IOException>forEach(
                            type,
                            page -> forEach(call.asking(), page, item -> manifest.add(key, ItemEntry.json(item))));
                }
            }
            manifest.end();
        }
    }

    /** The kinds, those together that share a key. */
    private static List<Set<ItemKind>> types(Set<ItemKind> kinds) {
        var groups = EnumSet.of(ItemKind.IMAGE_GROUP, ItemKind.IMAGE_SEQUENCE);
        return kinds.stream()
                .<Set<ItemKind>>map(kind -> groups.contains(kind) ? groups : Set.of(kind))
                .distinct()
                .toList();
    }

    @FunctionalInterface
    private interface ItemConsumer {
        void accept(Item item) throws IOException;
    }

    private void forEach(Principal asking, List<ItemId> page, ItemConsumer consumer) throws IOException {
        for (int from = 0; from < page.size(); from += CHUNK) {
            var chunk = page.subList(from, Math.min(page.size(), from + CHUNK));
            for (var item : items.readOpenWhole(asking, chunk)) {
                consumer.accept(item);
            }
        }
    }

    private static Writer writer(Call call, String mediaType, String fileName) {
        return new BufferedWriter(new OutputStreamWriter(call.stream(mediaType, fileName), StandardCharsets.UTF_8));
    }
}
