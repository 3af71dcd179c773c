package io.accession.core.schema;

import java.util.Optional;

/** What a plain value means. */
public enum ScalarType {
    BOOLEAN("boolean", "boolean"),
    DATETIME("datetime", "datetime"),
    NUMBER("number", "number"),
    UUID("uuid", "string"),
    VARCHAR("varchar", "string"),
    TEXT("text", "long_string");

    private final String wireName;
    private final String legacyName;

    ScalarType(String wireName, String legacyName) {
        this.wireName = wireName;
        this.legacyName = legacyName;
    }

    public String wireName() {
        return wireName;
    }

    /** As schemas of the first version wrote it, which had no word for UUIDs. */
    public String legacyName() {
        return legacyName;
    }

    /** By its name or by one that it had before. */
    public static Optional<ScalarType> find(String name) {
        return switch (name) {
            case "boolean" -> Optional.of(BOOLEAN);
            case "datetime" -> Optional.of(DATETIME);
            case "number" -> Optional.of(NUMBER);
            case "uuid" -> Optional.of(UUID);
            case "varchar", "string" -> Optional.of(VARCHAR);
            case "text", "long_string" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
