package io.accession.search;

import io.accession.core.embedding.IndexedFrame;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.embedding.StoredVector;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedMetadata;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;

/** Turns items into documents, under one metadata schema. Safe for use by many threads. */
final class ItemDocuments {

    private static final List<SearchField> PROPERTIES = Stream.of(ItemProperty.values())
            .<SearchField>map(SearchField.Property::new)
            .toList();

    private static final SearchField CREATED = new SearchField.Property(ItemProperty.CREATED);
    private static final SearchField VIOLATIONS = new SearchField.Property(ItemProperty.VIOLATION);

    private final MetadataReading reading;
    private final Map<String, SearchField> keys = new LinkedHashMap<>();

    ItemDocuments(MetadataSchema schema) {
        this.reading = new MetadataReading(schema);
        schema.fields()
                .keySet()
                .forEach(key ->
                        schema.declared(key).ifPresent(type -> keys.put(key, new SearchField.Metadata(key, type))));
    }

    /** The documents of an item: they are added and taken away together. Its frames come before it, as {@link FrameBlocks} wants them. */
    List<Document> of(SearchableItem item) {
        var metadata = reading.read(item.clientMetadata());
        var embeddings = ItemEmbeddings.of(item.kind(), item.facts(), metadata)
                .with(item.vectors().stream().filter(this::fits).toList());
        var documents = new ArrayList<Document>();
        for (var frame : embeddings.frames()) {
            if (frame.isKeyFrame() || !frame.values().isEmpty()) {
                documents.add(frame(item, frame));
            }
        }
        documents.add(whole(item, metadata, embeddings));
        return documents;
    }

    /** What was stored before its key was declared anew may have another length. */
    private boolean fits(StoredVector stored) {
        return keys.get(stored.key()) instanceof SearchField.Metadata(var _, FieldType.Embedding embedding)
                && stored.vector().length == embedding.size();
    }

    /** Of samples that nothing is said of, nothing could be found: they are no documents. */
    private Document frame(SearchableItem item, IndexedFrame frame) {
        var fields = DocumentFields.ofFrame(item.id(), frame.number());
        fields.add(CREATED, new TypedValue.Moment(item.createdAt()));
        add(frame.values(), fields);
        return fields.document();
    }

    private Document whole(SearchableItem item, TypedMetadata metadata, ItemEmbeddings embeddings) {
        var fields = new DocumentFields(item.id());
        for (var property : PROPERTIES) {
            for (var value : item.values(((SearchField.Property) property).property())) {
                fields.add(property, value);
            }
        }
        embeddings.faults().stream()
                .map(MetadataFault::key)
                .distinct()
                .forEach(key -> fields.add(VIOLATIONS, new TypedValue.Words(key)));
        var values = new LinkedHashMap<>(metadata.values());
        values.putAll(embeddings.vectors());
        add(values, fields);
        var quality = item.quality();
        if (quality != null && quality.perceptualHash() != null) {
            fields.addHash(quality.perceptualHash());
        }
        return fields.document();
    }

    private void add(Map<String, ? extends TypedValue> values, DocumentFields fields) {
        values.forEach((key, value) -> {
            var field = keys.get(key);
            if (field != null) {
                fields.add(field, value);
            }
        });
    }
}
