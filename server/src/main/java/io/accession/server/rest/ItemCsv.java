package io.accession.server.rest;

import io.accession.core.domain.MediaFacts;
import io.accession.core.registry.Item;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchField;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Items as CSV: a row each, with a column for every key of the metadata that is declared, but for embeddings. */
final class ItemCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "folderId",
            "kind",
            "title",
            "objectUrl",
            "mimeType",
            "bytes",
            "width",
            "height",
            "durationSeconds",
            "framesPerSecond",
            "createdAt");

    private final List<String> keys;
    private final MetadataReading reading;

    ItemCsv(MetadataSchema schema) {
        this.keys = schema.fields().keySet().stream()
                .filter(key -> schema.declared(key)
                        .filter(type -> !(type instanceof FieldType.Embedding))
                        .isPresent())
                .toList();
        this.reading = new MetadataReading(schema);
    }

    String header() {
        return CsvRow.of(Stream.concat(COLUMNS.stream(), keys.stream().map(key -> SearchField.METADATA_PREFIX + key)));
    }

    String row(Item item) {
        var listed = item.item();
        var facts = item.facts();
        var properties = Stream.of(
                listed.id(),
                listed.folder(),
                listed.kind().wireName(),
                listed.name(),
                listed.objectUrl(),
                facts == null ? listed.mimeType() : facts.mimeType(),
                facts == null ? listed.bytes() : Long.valueOf(facts.bytes()),
                width(facts),
                height(facts),
                duration(facts),
                facts instanceof MediaFacts.Video video ? video.framesPerSecond() : null,
                listed.createdAt());
        var values = reading.read(item.clientMetadata()).values();
        return CsvRow.of(Stream.concat(properties, keys.stream().map(key -> shown(values.get(key)))));
    }

    private static @Nullable Integer width(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> image.width();
            case MediaFacts.Video video -> video.width();
            case MediaFacts.DicomSeries series -> series.columns();
            case null, default -> null;
        };
    }

    private static @Nullable Integer height(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> image.height();
            case MediaFacts.Video video -> video.height();
            case MediaFacts.DicomSeries series -> series.rows();
            case null, default -> null;
        };
    }

    private static @Nullable Double duration(@Nullable MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Video video -> video.durationSeconds();
            case MediaFacts.Audio audio -> audio.durationSeconds();
            case null, default -> null;
        };
    }

    private static String shown(@Nullable TypedValue value) {
        return switch (value) {
            case null -> "";
            case TypedValue.Flag(var flag) -> String.valueOf(flag);
            case TypedValue.Moment(var moment) -> moment.toString();
            case TypedValue.Quantity(var number) ->
                number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : "" + number;
            case TypedValue.Id(var id) -> id.toString();
            case TypedValue.Words(var words) -> words;
            case TypedValue.Place(double latitude, double longitude) -> latitude + " " + longitude;
            case TypedValue.Vector _ -> "";
        };
    }
}
