package io.accession.core.search;

import static io.accession.core.search.ValueKind.BOOLEAN;
import static io.accession.core.search.ValueKind.DATETIME;
import static io.accession.core.search.ValueKind.EMBEDDING;
import static io.accession.core.search.ValueKind.ENUM;
import static io.accession.core.search.ValueKind.NUMBER;
import static io.accession.core.search.ValueKind.TEXT;
import static io.accession.core.search.ValueKind.UUID;
import static io.accession.core.search.ValueKind.VARCHAR;

import io.accession.core.domain.ItemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What every item has of itself, whatever its metadata says. */
public enum ItemProperty {
    NAME("title", VARCHAR),
    KIND("kind", ENUM),
    MIME_TYPE("mimeType", VARCHAR),
    OBJECT_URL("objectUrl", VARCHAR),
    BYTES("bytes", NUMBER),
    /** In pixels, as displayed. */
    WIDTH("width", NUMBER),
    /** In pixels, as displayed. */
    HEIGHT("height", NUMBER),
    /** Width times height. */
    AREA("area", NUMBER),
    /** Width by height. */
    ASPECT_RATIO("aspectRatio", NUMBER),
    DURATION("durationSeconds", NUMBER),
    FRAME_RATE("framesPerSecond", NUMBER),
    BRIGHTNESS("quality.brightness", NUMBER),
    CONTRAST("quality.contrast", NUMBER),
    SHARPNESS("quality.sharpness", NUMBER),
    BLUR("quality.blur", NUMBER),
    COLORFULNESS("quality.colorfulness", NUMBER),
    CREATED("createdAt", DATETIME),
    EDITED("editedAt", DATETIME),
    FOLDER("folderId", UUID),
    INTEGRATION("integrationId", UUID),
    /** Whether it exists as a member of composites only. */
    IS_MEMBER("isMember", BOOLEAN),
    /** Codes of what makes it risky to label; an item may have several. */
    WARNING("warnings", VARCHAR),
    /** Keys of the metadata with a value that does not fit the schema; an item may have several. */
    VIOLATION("violations", VARCHAR),
    /** What stands in a text or a PDF, where this server may read it. */
    CONTENT("content", TEXT),
    /** Why nothing could be read of a text or a PDF. */
    CONTENT_PROBLEM("contentProblem", VARCHAR),
    /** What the item's title, texts and content mean, as the built-in text encoder understands them. */
    MEANING("meaning", EMBEDDING);

    private static final int MEANING_DIMENSIONS = 384; // what the built-in text encoder makes

    private final String wireName;
    private final ValueKind kind;

    ItemProperty(String wireName, ValueKind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    public String wireName() {
        return wireName;
    }

    public ValueKind kind() {
        return kind;
    }

    /** How many numbers the vectors of an embedding have; 0 of what is none. */
    public int dimensions() {
        return this == MEANING ? MEANING_DIMENSIONS : 0;
    }

    public boolean hasManyValues() {
        return this == WARNING || this == VIOLATION;
    }

    /** Of an enum, its words; empty otherwise. */
    public List<String> options() {
        return this == KIND
                ? Arrays.stream(ItemKind.values()).map(ItemKind::wireName).toList()
                : List.of();
    }

    public static Optional<ItemProperty> find(String wireName) {
        return Arrays.stream(values())
                .filter(property -> property.wireName.equals(wireName))
                .findFirst();
    }
}
