package io.accession.search;

import io.accession.core.embedding.IndexedFrame;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.embedding.StoredVector;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedMetadata;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;

/** Turns items into documents, under one metadata schema. Safe for use by many threads. */
final class ItemDocuments {

    private static final Map<ItemProperty, IndexedField> PROPERTIES = properties();
    private static final IndexedField CREATED = field(ItemProperty.CREATED);
    private static final IndexedField VIOLATIONS = field(ItemProperty.VIOLATION);

    private final MetadataReading reading;
    private final Map<String, IndexedField> keys = new HashMap<>();

    ItemDocuments(MetadataSchema schema) {
        this.reading = new MetadataReading(schema);
        schema.fields()
                .keySet()
                .forEach(key -> schema.declared(key)
                        .ifPresent(type -> keys.put(key, IndexedField.of(new SearchField.Metadata(key, type)))));
    }

    private static Map<ItemProperty, IndexedField> properties() {
        var fields = new EnumMap<ItemProperty, IndexedField>(ItemProperty.class);
        for (var property : ItemProperty.values()) {
            fields.put(property, field(property));
        }
        return fields;
    }

    private static IndexedField field(ItemProperty property) {
        return IndexedField.of(new SearchField.Property(property));
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
        var field = keys.get(stored.key());
        return field != null && field.dimensions() == stored.vector().length;
    }

    /** Of samples that nothing is said of, nothing could be found: they are no documents. */
    private Document frame(SearchableItem item, IndexedFrame frame) {
        var fields = DocumentFields.ofFrame(item.id(), frame.number());
        fields.add(CREATED, new TypedValue.Moment(item.createdAt()));
        frame.values().forEach((key, value) -> add(key, value, fields));
        return fields.document();
    }

    private Document whole(SearchableItem item, TypedMetadata metadata, ItemEmbeddings embeddings) {
        var fields = new DocumentFields(item.id());
        PROPERTIES.forEach((property, field) -> item.values(property).forEach(value -> fields.add(field, value)));
        embeddings.faults().stream()
                .map(MetadataFault::key)
                .distinct()
                .forEach(key -> fields.add(VIOLATIONS, new TypedValue.Words(key)));
        metadata.values().forEach((key, value) -> {
            if (!(value instanceof TypedValue.Vector)) {
                add(key, value, fields);
            }
        });
        embeddings.vectors().forEach((key, vector) -> add(key, vector, fields));
        var quality = item.quality();
        if (quality != null && quality.perceptualHash() != null) {
            fields.addHash(quality.perceptualHash());
        }
        return fields.document();
    }

    private void add(String key, TypedValue value, DocumentFields fields) {
        var field = keys.get(key);
        if (field != null) {
            fields.add(field, value);
        }
    }
}
