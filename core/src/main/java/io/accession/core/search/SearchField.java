package io.accession.core.search;

import io.accession.core.schema.FieldType;
import io.accession.core.schema.ScalarType;
import java.util.List;

/** What items are filtered, sorted and counted by. */
public sealed interface SearchField {

    /** Keys of the metadata may have any name; this keeps them apart from the properties. */
    String METADATA_PREFIX = "metadata.";

    /** As the filter language spells it. */
    String name();

    ValueKind kind();

    /** Of an enum, its words; empty otherwise. */
    List<String> options();

    /** Whether an item may have several values. */
    default boolean hasManyValues() {
        return false;
    }

    /** How many numbers the vectors of an embedding have; 0 of what is none. */
    int dimensions();

    /** Whether hits can be sorted by it. */
    default boolean isSortable() {
        return kind().isSortable() && !hasManyValues();
    }

    record Property(ItemProperty property) implements SearchField {
        @Override
        public String name() {
            return property.wireName();
        }

        @Override
        public ValueKind kind() {
            return property.kind();
        }

        @Override
        public List<String> options() {
            return property.options();
        }

        @Override
        public boolean hasManyValues() {
            return property.hasManyValues();
        }

        @Override
        public int dimensions() {
            return property.dimensions();
        }
    }

    /** A key of the metadata, of the type that the schema in force declares. */
    record Metadata(String key, FieldType.Declared type) implements SearchField {
        @Override
        public String name() {
            return METADATA_PREFIX + key;
        }

        @Override
        public ValueKind kind() {
            return switch (type) {
                case FieldType.Scalar(var scalar) -> kind(scalar);
                case FieldType.Strict(var scalar) -> kind(scalar);
                case FieldType.StrictNumber _ -> ValueKind.NUMBER;
                case FieldType.StrictVarchar _, FieldType.User _ -> ValueKind.VARCHAR;
                case FieldType.Enumeration _ -> ValueKind.ENUM;
                case FieldType.Embedding _ -> ValueKind.EMBEDDING;
                case FieldType.Geospatial _ -> ValueKind.GEOSPATIAL;
            };
        }

        private static ValueKind kind(ScalarType scalar) {
            return switch (scalar) {
                case BOOLEAN -> ValueKind.BOOLEAN;
                case DATETIME -> ValueKind.DATETIME;
                case NUMBER -> ValueKind.NUMBER;
                case UUID -> ValueKind.UUID;
                case VARCHAR -> ValueKind.VARCHAR;
                case TEXT -> ValueKind.TEXT;
            };
        }

        @Override
        public List<String> options() {
            return type instanceof FieldType.Enumeration(var values) ? values : List.of();
        }

        @Override
        public int dimensions() {
            return type instanceof FieldType.Embedding(int size, var _) ? size : 0;
        }
    }
}
