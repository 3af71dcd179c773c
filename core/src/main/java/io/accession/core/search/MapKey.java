package io.accession.core.search;

import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.schema.FieldType;

/** By which key the map of a field is known. What items mean has one that no key of the metadata can be: those do not begin with a dollar sign. */
public final class MapKey {

    /** Of what items mean. */
    public static final EmbeddingKey MEANING = new EmbeddingKey("$meaning", ItemProperty.MEANING.dimensions());

    private MapKey() {}

    /** The key of an embedding's map. */
    public static String of(SearchField field) {
        return switch (field) {
            case SearchField.Metadata(var key, var _) -> key;
            case SearchField.Property _ -> MEANING.key();
        };
    }

    static SearchField field(EmbeddingKey key) {
        return key.equals(MEANING)
                ? new SearchField.Property(ItemProperty.MEANING)
                : new SearchField.Metadata(key.key(), new FieldType.Embedding(key.size(), null));
    }

    /** What the field of a map is called. */
    public static String fieldName(String key) {
        return key.equals(MEANING.key()) ? ItemProperty.MEANING.wireName() : SearchField.METADATA_PREFIX + key;
    }
}
