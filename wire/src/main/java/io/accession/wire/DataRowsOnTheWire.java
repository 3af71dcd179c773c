package io.accession.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.RegisteredItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of datasets as the older half of the protocol writes them: in snake case, storages as numbers. For one call. */
final class DataRowsOnTheWire {

    private final ItemsOnTheWire items;
    private final boolean hasMetadata;

    /** {@code items} knows whether URLs are signed. */
    DataRowsOnTheWire(ItemsOnTheWire items, boolean hasMetadata) {
        this.items = items;
        this.hasMetadata = hasMetadata;
    }

    Map<String, @Nullable Object> shown(DataRow row) {
        var registered = row.item();
        var item = registered.item();
        var known = items.shown(registered);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("data_hash", row.id().value());
        shown.put("data_title", item.name());
        shown.put("data_type", DataTypes.of(item.kind()));
        shown.put("created_at", row.createdAt());
        shown.put("last_edited_at", registered.editedAt());
        shown.put("width", known.get("width"));
        shown.put("height", known.get("height"));
        addFile(shown, registered, known);
        shown.put("frames_per_second", known.get("fps"));
        shown.put("duration", known.get("duration"));
        shown.put("client_metadata", hasMetadata ? json(registered.clientMetadata()) : null);
        shown.put("signed_url", known.get("signedUrl"));
        shown.put("is_optimised_image_group", isSequence(item.kind()));
        shown.put("backing_item_uuid", item.id().value());
        return shown;
    }

    /** With the frames or files of its composite. */
    Map<String, @Nullable Object> shown(DataRow row, List<RegisteredItem> members, ItemsOnTheWire membersShown) {
        var shown = shown(row);
        shown.put(
                "images_data",
                members.stream().map(member -> image(member, membersShown)).toList());
        return shown;
    }

    private static Map<String, @Nullable Object> image(RegisteredItem member, ItemsOnTheWire items) {
        var known = items.shown(member);
        var image = new LinkedHashMap<String, @Nullable Object>();
        image.put("image_hash", member.item().id().value());
        image.put("title", member.item().name());
        addFile(image, member, known);
        image.put("created_at", member.item().createdAt());
        image.put("last_edited_at", member.editedAt());
        image.put("width", known.get("width"));
        image.put("height", known.get("height"));
        image.put("signed_url", known.get("signedUrl"));
        return image;
    }

    private static void addFile(
            Map<String, @Nullable Object> shown, RegisteredItem item, Map<String, @Nullable Object> known) {
        shown.put("file_link", item.item().objectUrl());
        shown.put("file_size", item.item().bytes());
        shown.put("file_type", item.item().mimeType());
        shown.put("storage_location", location(known.get("storageLocation")));
    }

    private static int location(@Nullable Object name) {
        return switch (String.valueOf(name)) {
            case "encord" -> 0;
            case "s3" -> 1;
            case "gcp" -> 2;
            case "azure" -> 3;
            case "s3Compatible" -> 4;
            default -> -99; // a place that the client has no number for
        };
    }

    private static @Nullable Boolean isSequence(ItemKind kind) {
        return DataTypes.of(kind).equals("IMG_GROUP") ? kind == ItemKind.IMAGE_SEQUENCE : null;
    }

    private static JsonNode json(String metadata) {
        try {
            return WireJson.mapper().readTree(metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue holds metadata that is no JSON", e);
        }
    }
}
