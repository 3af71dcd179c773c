package io.accession.core.search;

import io.accession.core.domain.Spelling;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields there are while a schema is in force. */
public final class SearchFields {

    private final MetadataSchema schema;

    public SearchFields(MetadataSchema schema) {
        this.schema = schema;
    }

    public Optional<SearchField> find(String name) {
        return name.startsWith(SearchField.METADATA_PREFIX)
                ? schema.declared(name.substring(SearchField.METADATA_PREFIX.length()))
                        .map(type ->
                                new SearchField.Metadata(name.substring(SearchField.METADATA_PREFIX.length()), type))
                : ItemProperty.find(name).map(SearchField.Property::new);
    }

    /** The properties, and the keys of the metadata in their order. */
    public List<SearchField> all() {
        var all = new ArrayList<SearchField>();
        Arrays.stream(ItemProperty.values()).map(SearchField.Property::new).forEach(all::add);
        schema.fields().forEach((key, type) -> {
            if (type instanceof FieldType.Declared declared) {
                all.add(new SearchField.Metadata(key, declared));
            }
        });
        return all;
    }

    Optional<SearchField> read(GivenValue given) {
        return given.text().flatMap(name -> {
            var field = find(name);
            return field.isPresent() ? field : given.fault(unknown(name));
        });
    }

    Optional<SearchField> readEmbedding(GivenValue given) {
        return read(given)
                .flatMap(field -> field.kind() == ValueKind.EMBEDDING
                        ? Optional.of(field)
                        : given.fault("The field '" + field.name() + "' is of type "
                                + field.kind().wireName() + "; a map is one of an embedding."));
    }

    private String unknown(String name) {
        var prefixed = SearchField.METADATA_PREFIX + name;
        if (find(prefixed).isPresent()) {
            return "There is no property '" + name + "'; the key of the metadata is '" + prefixed + "'.";
        }
        var names = all().stream().map(SearchField::name).toList();
        var cure = name.startsWith(SearchField.METADATA_PREFIX)
                ? " Keys of the metadata are declared in the metadata schema."
                : " Keys of the metadata begin with '" + SearchField.METADATA_PREFIX + "'.";
        return "There is no field '" + SearchFaults.shortened(name) + "'. The nearest are "
                + SearchFaults.list(Spelling.nearest(name, names, 3)) + "." + cure;
    }
}
