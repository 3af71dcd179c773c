package io.accession.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accession.api.MetadataSchema;
import java.util.Collection;
import java.util.List;

/**
 * Collects changes of the metadata schema; nothing is sent before {@link #save()}. Which keys and which changes are allowed is the server's to say: it
 * refuses with all faults at once. For one thread.
 *
 * <pre>{@code
 * client.schema().edit()
 *         .addScalar("recorded", ScalarType.DATETIME)
 *         .addEnum("weather", "rain", "sun")
 *         .addEmbedding("clip", 512)
 *         .save();
 * }</pre>
 */
public final class SchemaEditor {

    private static final String TYPE = "ty";
    private static final String TOMBSTONE = "tombstone";
    private static final String BEFORE = "deleted_ty";
    private static final String VALUES = "values";

    private final Schema schema;
    private final int basedOn;
    private final ObjectNode fields;

    SchemaEditor(Schema schema, MetadataSchema current) {
        this.schema = schema;
        this.basedOn = current.version();
        this.fields = current.fields().deepCopy();
    }

    /** Declares a plain value; a key that is a scalar already becomes one of this type. */
    public SchemaEditor addScalar(String key, ScalarType type) {
        declare(key, "variant").put("hint", type.wireName());
        return this;
    }

    /** Declares an enum of 1 to 256 values. */
    public SchemaEditor addEnum(String key, String... values) {
        return addEnum(key, List.of(values));
    }

    /** Declares an enum of 1 to 256 values. */
    public SchemaEditor addEnum(String key, Collection<String> values) {
        add(declare(key, "enum").putArray(VALUES), values);
        return this;
    }

    /**
     * Adds values to an enum; those that it has already are no harm.
     *
     * @throws IllegalStateException when the key is no enum
     */
    public SchemaEditor addEnumOptions(String key, String... values) {
        if (!(fields.path(key).path(VALUES) instanceof ArrayNode options)) {
            throw new IllegalStateException("The key '" + key + "' is no enum. Declare it with addEnum.");
        }
        add(options, List.of(values));
        return this;
    }

    private static void add(ArrayNode options, Collection<String> values) {
        values.stream()
                .distinct()
                .filter(value -> options.valueStream()
                        .noneMatch(option -> option.asText().equals(value)))
                .toList()
                .forEach(options::add);
    }

    /** Declares an embedding of 1 to 4,096 numbers. */
    public SchemaEditor addEmbedding(String key, int size) {
        declare(key, "embedding").put("size", size).putNull("api");
        return this;
    }

    /** Declares a place on earth, by latitude and longitude. */
    public SchemaEditor addGeospatial(String key) {
        declare(key, "geospatial");
        return this;
    }

    private ObjectNode declare(String key, String type) {
        return fields.putObject(key).put(TYPE, type);
    }

    /**
     * Deletes a key; items keep their values, and {@link #restoreKey} brings it back.
     *
     * @throws IllegalStateException when the schema does not declare the key
     */
    public SchemaEditor deleteKey(String key) {
        var before = declared(key);
        declare(key, TOMBSTONE).set(BEFORE, before);
        return this;
    }

    /**
     * Deletes a key that can never be declared again.
     *
     * @throws IllegalStateException when the schema does not declare the key
     */
    public SchemaEditor deleteKeyForGood(String key) {
        declared(key);
        declare(key, TOMBSTONE).putNull(BEFORE);
        return this;
    }

    private ObjectNode declared(String key) {
        if (fields.path(key) instanceof ObjectNode type
                && !type.path(TYPE).asText().equals(TOMBSTONE)) {
            return type;
        }
        throw new IllegalStateException("The schema does not declare the key '" + key + "'.");
    }

    /**
     * Brings a deleted key back as it was.
     *
     * @throws IllegalStateException when the key was not deleted, or for good
     */
    public SchemaEditor restoreKey(String key) {
        if (!(fields.path(key).path(BEFORE) instanceof ObjectNode before)) {
            throw new IllegalStateException("The key '" + key + "' is not one that can be restored.");
        }
        fields.set(key, before);
        return this;
    }

    /** The types by key as they would be saved. */
    public ObjectNode fields() {
        return fields.deepCopy();
    }

    /** What saving would put in force. */
    public MetadataSchema preview() {
        return schema.preview(fields, basedOn);
    }

    /**
     * Puts the schema in force. When somebody else has saved one since this editor was made, that is refused as a conflict: edit anew.
     */
    public MetadataSchema save() {
        return schema.save(fields, basedOn);
    }

    @Override
    public String toString() {
        return fields.toPrettyString();
    }
}
