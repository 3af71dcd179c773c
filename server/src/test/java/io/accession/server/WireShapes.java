package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What the Encord SDK needs of answers, key by key: {@code wire-shapes.txt}. */
final class WireShapes {

    private record Key(String name, String type) {}

    private final Map<String, List<Key>> shapes = new HashMap<>();

    WireShapes() {
        lines("wire-shapes.txt").filter(line -> line.contains(" = ")).forEach(line -> {
            int equals = line.indexOf(" = ");
            shapes.put(
                    line.substring(0, equals),
                    Stream.of(line.substring(equals + 3).split(" ", -1))
                            .map(key ->
                                    new Key(key.substring(0, key.indexOf(':')), key.substring(key.indexOf(':') + 1)))
                            .toList());
        });
    }

    static Stream<String> lines(String resource) {
        try (var text = Objects.requireNonNull(WireShapes.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(String where, JsonNode value, String type) {
        if (type.endsWith("?")) {
            if (!value.isNull()) {
                check(where, value, type.substring(0, type.length() - 1));
            }
        } else if (type.endsWith("*")) {
            assertThat(value.isArray()).as("%s is a list: %s", where, value).isTrue();
            value.forEach(one -> check(where + "[]", one, type.substring(0, type.length() - 1)));
        } else if (shapes.containsKey(type)) {
            checkKeys(where, value, type);
        } else {
            assertThat(isOne(value, type))
                    .as("%s is %s: %s", where, type, value)
                    .isTrue();
        }
    }

    private void checkKeys(String where, JsonNode value, String shape) {
        assertThat(value.isObject()).as("%s is an object: %s", where, value).isTrue();
        for (var key : Objects.requireNonNull(shapes.get(shape))) {
            assertThat(value.has(key.name()))
                    .as("%s has %s: %s", where, key.name(), value)
                    .isTrue();
            check(where + "." + key.name(), value.get(key.name()), key.type());
        }
    }

    private static boolean isOne(JsonNode value, String type) {
        return switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "uuid" ->
                value.isTextual() && UUID.fromString(value.asText()).toString().equals(value.asText());
            case "datetime" -> value.isTextual() && OffsetDateTime.parse(value.asText()) != null;
            default -> value.isTextual() && List.of(type.split("\\|", -1)).contains(value.asText());
        };
    }
}
