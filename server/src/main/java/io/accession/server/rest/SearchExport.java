package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.SignedUrl;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.Item;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.search.FoundItems;
import io.accession.core.search.Search;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.server.parquet.ParquetWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a search finds as a file. Memory does not grow with what is found. */
public final class SearchExport {

    /** Items that are in memory at once, with their metadata. */
    private static final int CHUNK = 100;

    private static final int BUFFER = 1 << 16;

    private final Search search;
    private final Items items;
    private final ItemUrls urls;

    public SearchExport(Search search, Items items, ItemUrls urls) {
        this.search = search;
        this.items = items;
        this.urls = urls;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/search/export", this::export));
    }

    private void export(Call call) throws IOException {
        var format = call.query("format").orElse("manifest");
        boolean isSigned = call.queryFlag("signedUrls");
        if (!Set.of("manifest", "csv", "parquet", "ndjson").contains(format)) {
            throw Call.invalid("format", "One of manifest, csv, parquet and ndjson is expected, got '" + format + "'.");
        }
        if (isSigned && format.equals("manifest")) {
            throw Call.invalid(
                    "signedUrls",
                    "A manifest names objects for longer than signed URLs are valid: export csv, parquet or ndjson.");
        }
        var found = search.found(call.asking(), call.body(JsonNode.class).toString());
        // A search that is wrong or too expensive has to fail before the answer begins.
        var kinds = found.kinds();
        var signing = isSigned ? urls.begin(call) : null;
        switch (format) {
            case "csv" -> {
                try (var out = writer(call, "text/csv; charset=utf-8", "items.csv")) {
                    write(call, found, signing, ItemRows.csv(new ItemTable(search.schema(), isSigned), out));
                }
            }
            case "parquet" -> {
                try (var out =
                        new BufferedOutputStream(call.stream(ParquetWriter.MEDIA_TYPE, "items.parquet"), BUFFER)) {
                    write(call, found, signing, ItemRows.parquet(new ItemTable(search.schema(), isSigned), out));
                }
            }
            case "ndjson" -> {
                try (var out = writer(call, "application/x-ndjson", "items.ndjson")) {
                    write(call, found, signing, ItemRows.lines(search.schema(), out));
                }
            }
            default -> {
                try (var out = writer(call, "application/json", "manifest.json")) {
                    manifest(call, found, kinds, new WrittenManifest(out));
                }
            }
        }
    }

    private void write(Call call, FoundItems found, ItemUrls.@Nullable Signing signing, ItemRows rows)
            throws IOException {
        found.<IOException>forEach(page -> forEach(call.asking(), page, chunk -> {
            Map<ItemId, SignedUrl> signed = signing == null
                    ? Map.of()
                    : signing.sign(chunk.stream().map(item -> item.item().id()).toList());
            for (var item : chunk) {
                rows.add(item, signed.get(item.item().id()));
            }
        }));
        rows.end();
    }

    /** A manifest names each type once: what is found is gone through type by type. */
    private void manifest(Call call, FoundItems found, Set<ItemKind> kinds, WrittenManifest manifest)
            throws IOException {
        manifest.begin(true, false);
        for (var type : types(kinds)) {
            var key = ItemEntry.typeKey(type.iterator().next());
            if (key != null) {
                found.<IOException>forEach(
                        type,
                        page -> forEach(call.asking(), page, chunk -> {
                            for (var item : chunk) {
                                manifest.add(key, ItemEntry.json(item));
                            }
                        }));
            }
        }
        manifest.end();
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
    private interface ChunkConsumer {
        void accept(List<Item> chunk) throws IOException;
    }

    private void forEach(Principal asking, List<ItemId> page, ChunkConsumer consumer) throws IOException {
        for (int from = 0; from < page.size(); from += CHUNK) {
            var chunk = page.subList(from, Math.min(page.size(), from + CHUNK));
            consumer.accept(items.readOpenWhole(asking, chunk));
        }
    }

    private static Writer writer(Call call, String mediaType, String fileName) {
        return new BufferedWriter(new OutputStreamWriter(call.stream(mediaType, fileName), StandardCharsets.UTF_8));
    }
}
