package io.accession.core.schema;

import io.accession.core.domain.RegistryError.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of an organisation's metadata and their types, by key. */
public record MetadataSchema(SortedMap<String, FieldType> fields) {

    private static final MetadataSchema EMPTY = new MetadataSchema(Map.of());

    public MetadataSchema {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public MetadataSchema(Map<String, ? extends FieldType> fields) {
        this(new TreeMap<>(fields));
    }

    public static MetadataSchema empty() {
        return EMPTY;
    }

    /** The type of a key whose values are looked at. */
    public Optional<FieldType.Declared> declared(String key) {
        return fields.get(key) instanceof FieldType.Declared type ? Optional.of(type) : Optional.empty();
    }

    /**
     * The schema that replaces this one. A key that {@code wanted} leaves out is forgotten, but for those that were deleted for good, which stay so.
     *
     * @throws io.accession.core.domain.RegistryException with all faults, when a key or what becomes of it is not allowed
     */
    public MetadataSchema replacedBy(MetadataSchema wanted) {
        var faults = new ArrayList<Fault>();
        wanted.fields.forEach((key, type) -> faults.addAll(faults(key, type)));
        SchemaFaults.refuse(faults);
        var next = new TreeMap<>(wanted.fields);
        fields.forEach((key, type) -> {
            if (type instanceof FieldType.Buried) {
                next.put(key, type);
            }
        });
        return new MetadataSchema(next);
    }

    private List<Fault> faults(String key, FieldType type) {
        var before = fields.get(key);
        var fault = before == null ? FieldKeys.fault(key, type) : Redefinition.fault(before, type);
        return fault.map(message -> List.of(new Fault(SchemaFaults.pointer(key), message)))
                .orElse(List.of());
    }
}
