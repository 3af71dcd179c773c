package io.accession.testkit.search;

import io.accession.core.embedding.IndexedFrame;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item and what its metadata means, or one of its frames.
 *
 * @param frame its number; null for an item
 * @param violations keys of the metadata
 * @param frames those that have something to be found by
 */
record MemoryDocument(
        SearchableItem item,
        @Nullable Long frame,
        Map<String, TypedValue> metadata,
        List<TypedValue> violations,
        List<SearchField> wordFields,
        List<MemoryDocument> frames) {

    static MemoryDocument of(SearchableItem item, MetadataReading reading, List<SearchField> wordFields) {
        var metadata = reading.read(item.clientMetadata());
        var embeddings = ItemEmbeddings.of(item.kind(), item.facts(), metadata);
        var violations = embeddings.faults().stream().map(MetadataFault::key).distinct();
        var frameWords = wordFields.stream()
                .filter(SearchField.Metadata.class::isInstance)
                .toList();
        var frames = embeddings.frames().stream()
                .filter(IndexedFrame::isKeyFrame)
                .map(frame ->
                        new MemoryDocument(item, frame.number(), frame.values(), List.of(), frameWords, List.of()));
        return new MemoryDocument(
                item,
                null,
                metadata.values(),
                violations.<TypedValue>map(TypedValue.Words::new).toList(),
                wordFields,
                frames.toList());
    }

    List<TypedValue> values(SearchField field) {
        return switch (field) {
            case SearchField.Property(var property) ->
                property == ItemProperty.VIOLATION ? violations : item.values(property);
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
