package io.accession.server.rest;

import io.accession.api.SignedUrl;
import io.accession.core.domain.MediaFacts;
import io.accession.core.registry.Item;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.FieldType.Declared;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchField;
import io.accession.server.parquet.ParquetColumn;
import io.accession.server.parquet.ParquetColumn.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Items as the rows of a table, with a column for every key of the metadata that is declared, but for embeddings. */
final class ItemTable {

    private static final List<Property> PROPERTIES = List.of(
            new Property(
                    "id", Kind.TEXT, item -> new TypedValue.Id(item.item().id().value())),
            new Property(
                    "folderId",
                    Kind.TEXT,
                    item -> new TypedValue.Id(item.item().folder().value())),
            new Property("kind", Kind.TEXT, item -> words(item.item().kind().wireName())),
            new Property("title", Kind.TEXT, item -> words(item.item().name())),
            new Property("objectUrl", Kind.TEXT, item -> words(item.item().objectUrl())),
            new Property("mimeType", Kind.TEXT, item -> words(mimeType(item))),
            new Property("bytes", Kind.WHOLE, item -> quantity(bytes(item))),
            new Property("width", Kind.WHOLE, item -> quantity(width(item.facts()))),
            new Property("height", Kind.WHOLE, item -> quantity(height(item.facts()))),
            new Property("durationSeconds", Kind.QUANTITY, item -> quantity(duration(item.facts()))),
            new Property("framesPerSecond", Kind.QUANTITY, item -> quantity(framesPerSecond(item.facts()))),
            new Property(
                    "createdAt",
                    Kind.MOMENT,
                    item -> new TypedValue.Moment(item.item().createdAt())));

    private record Property(String name, Kind kind, Function<Item, @Nullable TypedValue> value) {}

    private final Map<String, Kind> keys = new LinkedHashMap<>();
    private final MetadataReading reading;
    private final boolean hasUrls;

    /** With {@code hasUrls} it has two columns more, for signed URLs. */
    ItemTable(MetadataSchema schema, boolean hasUrls) {
        for (var key : schema.fields().keySet()) {
            schema.declared(key)
                    .filter(type -> !(type instanceof FieldType.Embedding))
                    .ifPresent(type -> keys.put(key, kind(type)));
        }
        this.reading = new MetadataReading(schema);
        this.hasUrls = hasUrls;
    }

    List<ParquetColumn> columns() {
        var columns = new ArrayList<ParquetColumn>();
        PROPERTIES.forEach(property -> columns.add(new ParquetColumn(property.name(), property.kind())));
        keys.forEach((key, kind) -> columns.add(new ParquetColumn(SearchField.METADATA_PREFIX + key, kind)));
        if (hasUrls) {
            columns.add(new ParquetColumn("signedUrl", Kind.TEXT));
            columns.add(new ParquetColumn("signedUrlExpiresAt", Kind.MOMENT));
        }
        return columns;
    }

    /** A value for each column. */
    List<@Nullable TypedValue> row(Item item, @Nullable SignedUrl url) {
        var row = new ArrayList<@Nullable TypedValue>();
        for (var property : PROPERTIES) {
            row.add(property.value().apply(item));
        }
        var values = reading.read(item.clientMetadata()).values();
        for (var key : keys.keySet()) {
            row.add(values.get(key));
        }
        if (hasUrls) {
            row.add(url == null ? null : words(url.url()));
            row.add(url == null ? null : new TypedValue.Moment(url.expiresAt()));
        }
        return row;
    }

    private static Kind kind(Declared type) {
        return switch (type) {
            case FieldType.Scalar(var scalar) -> kind(scalar);
            case FieldType.Strict(var scalar) -> kind(scalar);
            case FieldType.StrictNumber _ -> Kind.QUANTITY;
            case FieldType.StrictVarchar _, FieldType.User _, FieldType.Enumeration _ -> Kind.TEXT;
            case FieldType.Geospatial _ -> Kind.PLACE;
            case FieldType.Embedding _ -> Kind.VECTOR;
        };
    }

    private static Kind kind(ScalarType type) {
        return switch (type) {
            case BOOLEAN -> Kind.FLAG;
            case DATETIME -> Kind.MOMENT;
            case NUMBER -> Kind.QUANTITY;
            case UUID, VARCHAR, TEXT -> Kind.TEXT;
        };
    }

    private static @Nullable TypedValue words(@Nullable String text) {
        return text == null ? null : new TypedValue.Words(text);
    }

    private static @Nullable TypedValue quantity(@Nullable Number number) {
        return number == null ? null : new TypedValue.Quantity(number.doubleValue());
    }

    private static @Nullable String mimeType(Item item) {
        var facts = item.facts();
        return facts == null ? item.item().mimeType() : facts.mimeType();
    }

    private static @Nullable Number bytes(Item item) {
        var facts = item.facts();
        return facts == null ? item.item().bytes() : Long.valueOf(facts.bytes());
    }

    private static @Nullable Number width(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> image.width();
            case MediaFacts.Video video -> video.width();
            case MediaFacts.DicomSeries series -> series.columns();
            case null, default -> null;
        };
    }

    private static @Nullable Number height(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> image.height();
            case MediaFacts.Video video -> video.height();
            case MediaFacts.DicomSeries series -> series.rows();
            case null, default -> null;
        };
    }

    private static @Nullable Number duration(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Video video -> video.durationSeconds();
            case MediaFacts.Audio audio -> audio.durationSeconds();
            case null, default -> null;
        };
    }

    private static @Nullable Number framesPerSecond(@Nullable MediaFacts facts) {
        return facts instanceof MediaFacts.Video video ? video.framesPerSecond() : null;
    }
}
