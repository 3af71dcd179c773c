package io.accession.core.content;

import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchableItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What an item says altogether: its title, the texts among its metadata, and its content, a line each. */
final class Saying {

    /** What stands behind is beyond what encoders take. */
    private static final int LONGEST = 12_000;

    private final MetadataSchema schema;
    private final MetadataReading reading;

    Saying(MetadataSchema schema) {
        this.schema = schema;
        this.reading = new MetadataReading(schema);
    }

    String of(SearchableItem item) {
        var content = item.text().content();
        var text = new StringBuilder(item.name());
        reading.read(item.clientMetadata()).values().forEach((key, value) -> {
            if (value instanceof TypedValue.Words(var words) && isText(key)) {
                text.append('\n').append(words);
            }
        });
        if (content != null) {
            text.append('\n').append(content, 0, Math.min(content.length(), LONGEST));
        }
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private boolean isText(String key) {
        return schema.declared(key)
                .filter(type -> type.equals(new FieldType.Scalar(ScalarType.TEXT))
                        || type.equals(new FieldType.Strict(ScalarType.TEXT)))
                .isPresent();
    }

    /** Tells texts apart. */
    static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
