package io.accession.core.schema;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the schema says of a key (registration-facts.md §13.1). */
public sealed interface FieldType {

    /** A type whose values are looked at; the others are keys that were deleted. */
    sealed interface Declared extends FieldType {}

    /** A plain value. May become a plain value of another type. */
    record Scalar(ScalarType type) implements Declared {}

    /** A plain value whose type stays; older schemas have them. */
    record Strict(ScalarType type) implements Declared {
        public Strict {
            if (type == ScalarType.NUMBER || type == ScalarType.VARCHAR) {
                throw new IllegalArgumentException("strict numbers and varchars have types of their own");
            }
        }
    }

    enum NumberFormat {
        F32,
        F64
    }

    record StrictNumber(NumberFormat format) implements Declared {}

    /** {@code maxLength} counts code points. */
    record StrictVarchar(int maxLength) implements Declared {
        public static final int MOST = 8_192;

        public StrictVarchar {
            if (maxLength < 0 || maxLength > MOST) {
                throw new IllegalArgumentException("a varchar has at most " + MOST + " characters, not " + maxLength);
            }
        }
    }

    /** The name of a user. */
    record User() implements Declared {}

    /** One of the values, which are sorted and all different. */
    record Enumeration(List<String> values) implements Declared {
        public static final int MOST = 256;

        public Enumeration {
            values = List.copyOf(new TreeSet<>(values));
            if (values.isEmpty() || values.size() > MOST) {
                throw new IllegalArgumentException("an enum has 1 to " + MOST + " values, not " + values.size());
            }
        }
    }

    /** A vector of {@code size} numbers; {@code api} embeds what is searched for. */
    record Embedding(int size, @Nullable EmbeddingApi api) implements Declared {
        public static final int MOST = 4_096;

        public Embedding {
            if (size < 1 || size > MOST) {
                throw new IllegalArgumentException("an embedding has 1 to " + MOST + " numbers, not " + size);
            }
        }
    }

    /** Where texts and images are turned into vectors. Kept as given; nothing here calls it. */
    record EmbeddingApi(
            @Nullable String url,
            @Nullable String path,
            @Nullable UUID serviceIntegration,
            @Nullable Boolean clientOnly,
            @Nullable Boolean embedB64Image,
            @Nullable Boolean embedText) {}

    /** A latitude and a longitude. */
    record Geospatial() implements Declared {}

    /** A deleted key that can be restored. */
    record Deleted(Declared before) implements FieldType {}

    /** A key that was deleted for good: it can never be declared again. */
    record Buried() implements FieldType {}
}
