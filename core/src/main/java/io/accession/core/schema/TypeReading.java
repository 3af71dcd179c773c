package io.accession.core.schema;

import io.accession.core.domain.RegistryError.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one key's type. What is wrong goes to the faults; nothing comes of it then. */
final class TypeReading {

    private static final Map<String, Set<String>> PROPERTIES = Map.ofEntries(
            Map.entry("variant", Set.of("hint")),
            Map.entry("enum", Set.of("values")),
            Map.entry("embedding", Set.of("size", "api")),
            Map.entry("geospatial", Set.of()),
            Map.entry("number", Set.of("format")),
            Map.entry("varchar", Set.of("max_length")),
            Map.entry("datetime", Set.of("timezone")),
            Map.entry("boolean", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("uuid", Set.of()),
            Map.entry("user", Set.of()),
            Map.entry("tombstone", Set.of("deleted_ty")));

    private static final Set<String> API =
            Set.of("url", "path", "service_integration", "client_only", "embed_b64_image", "embed_text");

    private final String pointer;
    private final List<Fault> faults;
    private final Map<String, @Nullable Object> properties = new HashMap<>();

    TypeReading(String pointer, List<Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    Optional<FieldType> read(@Nullable Object value) {
        if (!take(value)) {
            return fault("", "An object with the property 'ty' is expected.");
        }
        if (!(properties.get("ty") instanceof String ty)) {
            return fault("/ty", "The property 'ty' is missing or not a text.");
        }
        var known = PROPERTIES.get(ty);
        if (known == null) {
            return fault("/ty", "There is no type '" + shortened(ty) + "'.");
        }
        for (var name : properties.keySet()) {
            if (!name.equals("ty") && !known.contains(name)) {
                return fault(SchemaFaults.pointer(name), "The type " + ty + " has no such property.");
            }
        }
        return switch (ty) {
            case "variant" -> scalar();
            case "enum" -> enumeration();
            case "embedding" -> embedding();
            case "geospatial" -> Optional.of(new FieldType.Geospatial());
            case "number" -> strictNumber();
            case "varchar" -> strictVarchar();
            case "datetime" -> strictDatetime();
            case "boolean" -> Optional.of(new FieldType.Strict(ScalarType.BOOLEAN));
            case "text" -> Optional.of(new FieldType.Strict(ScalarType.TEXT));
            case "uuid" -> Optional.of(new FieldType.Strict(ScalarType.UUID));
            case "user" -> Optional.of(new FieldType.User());
            case "tombstone" -> tombstone();
            default -> throw new IllegalStateException("a type without reading: " + ty);
        };
    }

    private boolean take(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return false;
        }
        object.forEach((name, property) -> properties.put(String.valueOf(name), property));
        return true;
    }

    private Optional<FieldType> scalar() {
        var hint = properties.getOrDefault("hint", "text");
        var type = hint instanceof String name ? ScalarType.find(name) : Optional.<ScalarType>empty();
        return type.isPresent()
                ? type.map(FieldType.Scalar::new)
                : fault("/hint", "One of boolean, datetime, number, uuid, varchar and text is expected.");
    }

    private Optional<FieldType> enumeration() {
        if (!(properties.get("values") instanceof List<?> values)
                || !values.stream().allMatch(String.class::isInstance)) {
            return fault("/values", "A list of texts is expected.");
        }
        var different = values.stream().map(String.class::cast).distinct().toList();
        if (different.isEmpty() || different.size() > FieldType.Enumeration.MOST) {
            return fault(
                    "/values",
                    "An enum has 1 to " + FieldType.Enumeration.MOST + " values, not " + different.size() + ".");
        }
        return Optional.of(new FieldType.Enumeration(different));
    }

    private Optional<FieldType> embedding() {
        if (!(properties.get("size") instanceof Integer size) || size < 1 || size > FieldType.Embedding.MOST) {
            return fault("/size", "A whole number from 1 to " + FieldType.Embedding.MOST + " is expected.");
        }
        if (properties.get("api") == null) {
            return Optional.of(new FieldType.Embedding(size, null));
        }
        return api(properties.get("api")).map(api -> new FieldType.Embedding(size, api));
    }

    private Optional<FieldType.EmbeddingApi> api(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> api) || !API.containsAll(api.keySet())) {
            return fault(
                    "/api", "An object is expected, with no properties but " + String.join(", ", sorted(API)) + ".");
        }
        try {
            var service = text(api, "service_integration");
            return Optional.of(new FieldType.EmbeddingApi(
                    text(api, "url"),
                    text(api, "path"),
                    service == null ? null : UUID.fromString(service),
                    flag(api, "client_only"),
                    flag(api, "embed_b64_image"),
                    flag(api, "embed_text")));
        } catch (ClassCastException | IllegalArgumentException e) {
            return fault("/api", "One of its properties has a value of the wrong type.");
        }
    }

    private static @Nullable String text(Map<?, ?> object, String name) {
        return (String) object.get(name);
    }

    private static @Nullable Boolean flag(Map<?, ?> object, String name) {
        return (Boolean) object.get(name);
    }

    private Optional<FieldType> strictNumber() {
        var format = properties.getOrDefault("format", "F64");
        return Arrays.stream(FieldType.NumberFormat.values())
                .filter(known -> known.name().equals(format))
                .findFirst()
                .map(known -> Optional.<FieldType>of(new FieldType.StrictNumber(known)))
                .orElseGet(() -> fault("/format", "F32 or F64 is expected."));
    }

    private Optional<FieldType> strictVarchar() {
        var length = properties.getOrDefault("max_length", FieldType.StrictVarchar.MOST);
        return length instanceof Integer most && most >= 0 && most <= FieldType.StrictVarchar.MOST
                ? Optional.of(new FieldType.StrictVarchar(most))
                : fault("/max_length", "A whole number from 0 to " + FieldType.StrictVarchar.MOST + " is expected.");
    }

    private Optional<FieldType> strictDatetime() {
        return "UTC".equals(properties.getOrDefault("timezone", "UTC"))
                ? Optional.of(new FieldType.Strict(ScalarType.DATETIME))
                : fault("/timezone", "UTC is expected.");
    }

    private Optional<FieldType> tombstone() {
        var before = properties.get("deleted_ty");
        if (before == null) {
            return Optional.of(new FieldType.Buried());
        }
        var place = pointer + "/deleted_ty";
        return new TypeReading(place, faults).read(before).flatMap(type -> {
            if (type instanceof FieldType.Declared declared) {
                return Optional.of(new FieldType.Deleted(declared));
            }
            return fault("/deleted_ty", "What was deleted cannot be a tombstone itself.");
        });
    }

    private <T> Optional<T> fault(String place, String message) {
        faults.add(new Fault(pointer + place, message));
        return Optional.empty();
    }

    private static List<String> sorted(Set<String> names) {
        var sorted = new ArrayList<>(names);
        sorted.sort(null);
        return sorted;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
