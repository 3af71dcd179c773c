package io.accession.testkit.search;

import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An item and what its metadata means. */
record MemoryDocument(SearchableItem item, Map<String, TypedValue> metadata, List<SearchField> wordFields) {

    static MemoryDocument of(SearchableItem item, MetadataReading reading, List<SearchField> wordFields) {
        return new MemoryDocument(item, reading.read(item.clientMetadata()).values(), wordFields);
    }

    List<TypedValue> values(SearchField field) {
        return switch (field) {
            case SearchField.Property(var property) -> item.values(property);
            case SearchField.Metadata metadataField ->
                Stream.ofNullable(metadata.get(metadataField.key())).toList();
        };
    }

    /** Of a field that has one value at most. */
    @Nullable
    TypedValue value(SearchField field) {
        var values = values(field);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** In lower case, as often as they occur; {@code field} null for the title and the metadata. */
    List<String> words(@Nullable SearchField field) {
        return (field == null ? wordFields : List.of(field))
                .stream()
                        .flatMap(one -> values(one).stream())
                        .flatMap(value -> value instanceof TypedValue.Words(var text) ? words(text) : Stream.empty())
                        .toList();
    }

    static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty());
    }
}
