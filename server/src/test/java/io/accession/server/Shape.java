package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares JSON with the schemas of an OpenAPI document, as far as those go here: required and known properties, types, choices. */
record Shape(JsonNode description) {

    void check(String schema, JsonNode value) {
        check(schema, value, named(schema));
    }

    private JsonNode named(String schema) {
        var found = description.path("components").path("schemas").path(schema);
        assertThat(found.isMissingNode()).as("schema %s is missing", schema).isFalse();
        return found;
    }

    private void check(String where, JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            var reference = schema.path("$ref").asText();
            check(where, value, named(reference.substring(reference.lastIndexOf('/') + 1)));
            return;
        }
        if (schema.has("oneOf")) {
            assertThat(StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                            .filter(choice -> fits(where, value, choice))
                            .count())
                    .as("%s fits one of the choices: %s", where, value)
                    .isEqualTo(1);
            return;
        }
        checkType(where, value, schema);
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.asText()))
                        .as("%s lacks %s: %s", where, name, value)
                        .isTrue());
        if (value.isObject() && schema.has("properties")) {
            value.properties()
                    .forEach(property -> checkProperty(where, property.getKey(), property.getValue(), schema));
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(element -> check(where + "[]", element, schema.path("items")));
        }
    }

    private void checkProperty(String where, String name, JsonNode value, JsonNode schema) {
        var described = schema.path("properties").path(name);
        assertThat(described.isMissingNode())
                .as("%s has an unknown property %s", where, name)
                .isFalse();
        check(where + "." + name, value, described);
    }

    private boolean fits(String where, JsonNode value, JsonNode choice) {
        try {
            check(where, value, choice);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static void checkType(String where, JsonNode value, JsonNode schema) {
        if (schema.has("const")) {
            assertThat(value).as(where).isEqualTo(schema.path("const"));
        }
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
        var type = schema.path("type");
        if (!type.isMissingNode()) {
            var allowed = type.isArray()
                    ? StreamSupport.stream(type.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()
                    : List.of(type.asText());
            assertThat(allowed).as("%s is %s", where, value).contains(type(value, allowed));
        }
    }

    private static String type(JsonNode value, List<String> allowed) {
        if (value.isIntegralNumber()) {
            return allowed.contains("integer") ? "integer" : "number";
        }
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING -> "string";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case BINARY, MISSING, POJO -> "something else";
        };
    }
}
