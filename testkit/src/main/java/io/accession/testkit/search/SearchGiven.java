package io.accession.testkit.search;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A catalogue to search in, item after item. Their ids are in the order in which they were added. */
public final class SearchGiven {

    public static final FolderId FOLDER = FolderId.of("00000000-0000-7000-8000-00000000f001");
    public static final FolderId OTHER_FOLDER = FolderId.of("00000000-0000-7000-8000-00000000f002");
    public static final IntegrationId INTEGRATION =
            new IntegrationId(UUID.fromString("00000000-0000-7000-8000-00000000a001"));

    public static final Instant CREATED = Instant.parse("2025-03-01T08:00:00Z");

    public static final MetadataSchema SCHEMA = new MetadataSchema(Map.of(
            "weather", new FieldType.Enumeration(List.of("fog", "rain", "snow")),
            "speed", new FieldType.Scalar(ScalarType.NUMBER),
            "night", new FieldType.Scalar(ScalarType.BOOLEAN),
            "captured", new FieldType.Scalar(ScalarType.DATETIME),
            "vehicle", new FieldType.Scalar(ScalarType.UUID),
            "driver.name", new FieldType.Scalar(ScalarType.VARCHAR),
            "notes", new FieldType.Scalar(ScalarType.TEXT),
            "look", new FieldType.Embedding(2, null),
            "place", new FieldType.Geospatial()));

    private final List<SearchableItem> items = new ArrayList<>();

    public static SearchField property(ItemProperty property) {
        return new SearchField.Property(property);
    }

    public static SearchField.Metadata key(String key) {
        return new SearchField.Metadata(key, SCHEMA.declared(key).orElseThrow());
    }

    public static ItemId id(int number) {
        return new ItemId(new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    /** An image whose metadata are a JSON object with single quotes for double ones. */
    public ItemId image(String name, String metadata) {
        return image(FOLDER, name, 640, 480, metadata);
    }

    public ItemId image(FolderId folder, String name, int width, int height, String metadata) {
        var facts = new MediaFacts.Image("image/jpeg", 1_000L + width, width, height);
        return add(folder, ItemKind.IMAGE, name, "s3://fleet/" + name, false, facts, metadata);
    }

    /** Its id has the number that the item is counted by, from 1. */
    public ItemId add(
            FolderId folder,
            ItemKind kind,
            String name,
            @Nullable String url,
            boolean isMember,
            @Nullable MediaFacts facts,
            String metadata) {
        int number = items.size() + 1;
        var item = new SearchableItem(
                id(number),
                folder,
                kind,
                name,
                url,
                INTEGRATION,
                isMember,
                facts,
                metadata.replace('\'', '"'),
                CREATED.plusSeconds(number),
                CREATED.plusSeconds(60L + number));
        items.add(item);
        return item.id();
    }

    public List<SearchableItem> items() {
        return List.copyOf(items);
    }
}
