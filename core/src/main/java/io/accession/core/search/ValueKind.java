package io.accession.core.search;

import java.util.List;

/** What the values of a field are, and with that what can be asked of it. */
public enum ValueKind {
    BOOLEAN("boolean"),
    /** Counts to the microsecond; what is finer is cut off. */
    DATETIME("datetime"),
    /** 64 bits. */
    NUMBER("number"),
    UUID("uuid"),
    /** One of a few known words. */
    ENUM("enum"),
    /** A short text that is compared as a whole, and whose words are found too. */
    VARCHAR("varchar"),
    /** A long text, of which only words are found. */
    TEXT("text"),
    GEOSPATIAL("geospatial"),
    EMBEDDING("embedding");

    private final String wireName;

    ValueKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether a value is equal to another or not, as a whole. */
    public boolean isComparable() {
        return switch (this) {
            case BOOLEAN, DATETIME, NUMBER, UUID, ENUM, VARCHAR -> true;
            case TEXT, GEOSPATIAL, EMBEDDING -> false;
        };
    }

    /** Whether values lie between others on a scale. */
    public boolean isScale() {
        return this == DATETIME || this == NUMBER;
    }

    /** Whether hits can be sorted by it: words by their code points, false before true. */
    public boolean isSortable() {
        return isComparable() && this != UUID;
    }

    /** Whether hits can be counted by value. */
    public boolean isCountable() {
        return this == BOOLEAN || this == UUID || this == ENUM || this == VARCHAR;
    }

    /** Whether words are looked for in it. */
    public boolean hasWords() {
        return this == ENUM || this == VARCHAR || this == TEXT;
    }

    /** Whether it is a short text that may begin with something. */
    public boolean hasPrefixes() {
        return this == ENUM || this == VARCHAR;
    }

    /** What filters can ask of it, as the filter language spells it. */
    public List<String> operators() {
        return List.copyOf(Operator.propertiesOf(this));
    }
}
