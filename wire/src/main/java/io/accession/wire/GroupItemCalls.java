package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.DataGroup;
import io.accession.core.registry.DataGroups;
import io.accession.core.registry.NewDataGroup;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Making data groups. */
public final class GroupItemCalls {

    private static final int MOST_GROUPS = 1_000;

    private final DataGroups groups;
    private final WireMetadata metadata;

    /** {@code metadataBytes} that one group's metadata may have. */
    public GroupItemCalls(DataGroups groups, int metadataBytes) {
        this.groups = groups;
        this.metadata = new WireMetadata(metadataBytes);
    }

    public List<WireRoute> routes() {
        return List.of(WireRoute.post("storage/folders/{folder}/create-group-items", this::create)
                .repeated());
    }

    private record Given(
            String layoutType,
            JsonNode layoutContents,
            @Nullable String name,
            @Nullable JsonNode clientMetadata,
            @Nullable JsonNode layout,
            @Nullable JsonNode settings) {}

    private WireAnswer create(WireCall call) throws IOException {
        var given = Arrays.asList(call.body(Given[].class));
        if (given.stream().anyMatch(Objects::isNull)) {
            throw GroupLayouts.invalid("", "A data group is an object, not null.");
        }
        if (given.size() > MOST_GROUPS) {
            throw GroupLayouts.invalid("", "At most " + MOST_GROUPS + " data groups can be made at once.");
        }
        var wanted = given.stream().map(this::group).toList();
        var items = groups.create(call.asking(), call.folder(), wanted);
        return call.json(items.stream().map(ItemId::value).toList());
    }

    private NewDataGroup group(Given given) {
        return new NewDataGroup(given.name(), arranged(given), metadata.ofObject(given.clientMetadata()));
    }

    private static DataGroup arranged(Given given) {
        var contents =
                given.layoutType().equals("custom") ? named(given.layoutContents()) : listed(given.layoutContents());
        var keys = List.copyOf(contents.keySet());
        var layout = switch (given.layoutType()) {
            case "default-grid" -> GroupLayouts.grid(keys);
            case "default-list" -> GroupLayouts.carousel(keys);
            case "custom" -> GroupLayouts.custom(given.layout(), keys);
            default ->
                throw GroupLayouts.invalid(
                        "layoutType",
                        "default-grid, default-list or custom is expected, got '" + given.layoutType() + "'.");
        };
        return new DataGroup(
                contents,
                layout.toString(),
                GroupLayouts.settings(given.settings(), keys).toString());
    }

    private static Map<String, ItemId> named(JsonNode contents) {
        if (!contents.isObject()) {
            throw GroupLayouts.invalid(
                    "layoutContents",
                    "An object is expected whose keys are those of the layout and whose values are items.");
        }
        var named = new LinkedHashMap<String, ItemId>();
        contents.properties().forEach(content -> named.put(content.getKey(), item(content.getValue())));
        return named;
    }

    /** Called by their positions, so that an item may be there twice. */
    private static Map<String, ItemId> listed(JsonNode contents) {
        if (!contents.isArray()) {
            throw GroupLayouts.invalid("layoutContents", "A list of items is expected.");
        }
        var listed = new LinkedHashMap<String, ItemId>();
        contents.forEach(content -> listed.put(Integer.toString(listed.size()), item(content)));
        return listed;
    }

    private static ItemId item(JsonNode value) {
        return new ItemId(WireCall.id("layoutContents", value.asText()));
    }
}
