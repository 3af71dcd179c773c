package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A key's type in a few words. */
final class SchemaText {

    private static final int SHOWN_VALUES = 5;

    private SchemaText() {}

    static String of(JsonNode type) {
        var name = type.path("ty").asText();
        return switch (name) {
            case "variant" -> type.path("hint").asText();
            case "enum" -> "enum (" + values(type.path("values")) + ")";
            case "embedding" -> "embedding (" + type.path("size").asInt() + ")";
            case "geospatial", "user" -> name;
            case "tombstone" ->
                type.path("deleted_ty").isObject() ? "deleted, was " + of(type.path("deleted_ty")) : "deleted for good";
            default -> "strict " + name;
        };
    }

    private static String values(JsonNode values) {
        var shown = String.join(
                ", ",
                values.valueStream().limit(SHOWN_VALUES).map(JsonNode::asText).toList());
        return values.size() > SHOWN_VALUES ? shown + " and " + (values.size() - SHOWN_VALUES) + " more" : shown;
    }
}
