package io.accession.server.rest;

import io.accession.api.ItemSummary;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.registry.DataGroup;
import io.accession.core.registry.Item;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.Items;
import io.accession.core.registry.ListOrder;
import io.accession.core.registry.ListedItem;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaVersion;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items. */
public final class ItemRoutes {

    private final Items items;
    private final MetadataSchemas schemas;

    public ItemRoutes(Items items, MetadataSchemas schemas) {
        this.items = items;
        this.schemas = schemas;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/folders/{id}/items", this::list),
                Operation.get("/api/v1/items/{id}", this::read));
    }

    private void list(Call call) throws IOException {
        var filter = new ItemFilter(
                new ItemScope.In(new FolderId(call.id("id", "folder")), call.queryFlag("deep")),
                call.query("search").orElse(""),
                call.query("kind").map(ItemRoutes::kind).stream().collect(Collectors.toUnmodifiableSet()),
                null,
                false,
                Paging.order(call, ListOrder.CREATED));
        var page = items.listBriefly(call.asking(), filter, Paging.request(call));
        call.answer(Paging.answer(page, ItemRoutes::summary));
    }

    private static ItemKind kind(String wireName) {
        return ItemKind.find(wireName)
                .orElseThrow(() -> Call.invalid("kind", "There is no kind of item named '" + wireName + "'."));
    }

    private void read(Call call) throws IOException {
        answer(call, new ItemId(call.id("id", "item")));
    }

    void answer(Call call, ItemId item) throws IOException {
        var schema = schemas.current().map(SchemaVersion::schema).orElseGet(MetadataSchema::empty);
        call.answer(shown(items.read(call.asking(), item), schema));
    }

    static ItemSummary summary(ListedItem item) {
        return new ItemSummary(
                item.id().value(),
                item.folder().value(),
                item.kind().wireName(),
                item.name(),
                item.objectUrl(),
                item.mimeType(),
                item.bytes(),
                item.createdAt());
    }

    private static io.accession.api.Item.DataGroup shown(DataGroup group) {
        var contents = new LinkedHashMap<String, UUID>();
        group.contents().forEach((key, item) -> contents.put(key, item.value()));
        return new io.accession.api.Item.DataGroup(
                contents, MetadataOnTheWire.shown(group.layout()), MetadataOnTheWire.shown(group.settings()));
    }

    /** Those of its frames included. */
    private static List<MetadataFault> faults(Item item, MetadataSchema schema) {
        var metadata = new MetadataReading(schema).read(item.clientMetadata());
        return ItemEmbeddings.of(item.item().kind(), item.facts(), metadata).faults();
    }

    /** With its violations of the schema. */
    static io.accession.api.Item shown(Item item, MetadataSchema schema) {
        var listed = item.item();
        return new io.accession.api.Item(
                listed.id().value(),
                listed.folder().value(),
                listed.kind().wireName(),
                listed.name(),
                listed.objectUrl(),
                MediaOnTheWire.shown(item.facts()),
                MetadataOnTheWire.shown(item.clientMetadata()),
                item.members().stream().map(ItemRoutes::shown).toList(),
                item.group() == null ? null : shown(item.group()),
                warnings(item.facts()),
                SchemaRoutes.shown(faults(item, schema)),
                listed.createdAt());
    }

    private static io.accession.api.Item.Member shown(Item.Member member) {
        var listed = member.item();
        return new io.accession.api.Item.Member(
                member.position(),
                listed.id().value(),
                listed.objectUrl() == null ? "" : listed.objectUrl(),
                listed.name(),
                MediaOnTheWire.shown(member.facts()));
    }

    private static List<String> warnings(@Nullable MediaFacts facts) {
        return facts == null ? List.of() : facts.warnings();
    }
}
