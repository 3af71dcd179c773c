package io.accession.search;

import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
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

    private final MetadataReading reading;
    private final Map<String, SearchField> keys = new LinkedHashMap<>();

    ItemDocuments(MetadataSchema schema) {
        this.reading = new MetadataReading(schema);
        schema.fields()
                .keySet()
                .forEach(key ->
                        schema.declared(key).ifPresent(type -> keys.put(key, new SearchField.Metadata(key, type))));
    }

    /** The documents of an item: they are added and taken away together. */
    List<Document> of(SearchableItem item) {
        var documents = new ArrayList<Document>();
        documents.add(whole(item));
        return documents;
    }

    private Document whole(SearchableItem item) {
        var fields = new DocumentFields(item.id());
        for (var property : PROPERTIES) {
            for (var value : item.values(((SearchField.Property) property).property())) {
                fields.add(property, value);
            }
        }
        reading.read(item.clientMetadata()).values().forEach((key, value) -> {
            var field = keys.get(key);
            if (field != null) {
                fields.add(field, value);
            }
        });
        return fields.document();
    }
}
