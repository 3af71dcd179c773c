package io.accession.core.schema;

import io.accession.core.domain.RegistryError.Fault;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A schema as the first version of the protocol has it: names of types by key. It knows neither sizes, nor values, nor deleted keys. */
public final class LegacySchema {

    private LegacySchema() {}

    public static SortedMap<String, String> names(MetadataSchema schema) {
        var names = new TreeMap<String, String>();
        schema.fields().forEach((key, type) -> {
            if (type instanceof FieldType.Declared declared) {
                names.put(key, name(declared));
            }
        });
        return names;
    }

    private static String name(FieldType.Declared type) {
        return switch (type) {
            case FieldType.Scalar(var scalar) -> scalar.legacyName();
            case FieldType.Strict(var scalar) -> scalar.legacyName();
            case FieldType.StrictNumber _ -> "number";
            case FieldType.StrictVarchar _, FieldType.User _ -> "string";
            case FieldType.Enumeration _ -> "enum";
            case FieldType.Embedding _ -> "embedding";
            case FieldType.Geospatial _ -> "geospatial";
        };
    }

    /**
     * The schema that a text of the first version asks for. What it cannot say stays as it is in {@code current}: deleted keys, and keys that it
     * names by the type that they have.
     */
    public static MetadataSchema read(String text, MetadataSchema current) {
        if (!(SchemaJson.value(text) instanceof Map<?, ?> object)) {
            throw SchemaFaults.invalid("A metadata schema is an object of names of types by key.");
        }
        var wanted = new TreeMap<String, FieldType>();
        current.fields().forEach((key, type) -> {
            if (!(type instanceof FieldType.Declared)) {
                wanted.put(key, type);
            }
        });
        var faults = new ArrayList<Fault>();
        object.forEach((name, type) -> {
            var key = String.valueOf(name);
            type(current.declared(key), String.valueOf(type))
                    .ifPresentOrElse(
                            found -> wanted.put(key, found),
                            () -> faults.add(
                                    new Fault(
                                            SchemaFaults.pointer(key),
                                            "One of number, string, long_string, boolean, datetime and geospatial is expected.")));
        });
        SchemaFaults.refuse(faults);
        return new MetadataSchema(wanted);
    }

    private static Optional<FieldType> type(Optional<FieldType.Declared> current, String name) {
        if (current.filter(type -> name(type).equals(name)).isPresent()) {
            return current.map(type -> type);
        }
        return name.equals("geospatial")
                ? Optional.of(new FieldType.Geospatial())
                : ScalarType.find(name).map(FieldType.Scalar::new);
    }
}
