package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How data groups are shown: a tree of splits, whose leaves are tiles with one item or carousels with several. Custom layouts come in the
 * client's own spelling of keys or in Python's; what goes out is spelled in one way.
 */
final class GroupLayouts {

    private static final int LEVELS = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GroupLayouts() {}

    /** Tiles of like sizes. */
    static ObjectNode grid(List<String> keys) {
        return keys.size() < 2 ? carousel(keys) : tiles(keys, "row");
    }

    private static ObjectNode tiles(List<String> keys, String direction) {
        if (keys.size() == 1) {
            return tile(keys.getFirst());
        }
        int half = (keys.size() + 1) / 2;
        var other = direction.equals("row") ? "column" : "row";
        return split(
                direction,
                tiles(keys.subList(0, half), other),
                tiles(keys.subList(half, keys.size()), other),
                100.0 * half / keys.size());
    }

    static ObjectNode carousel(List<String> keys) {
        return carousel(keys, "bottom", 20);
    }

    private static ObjectNode tile(String key) {
        return JSON.objectNode().put("type", "data_unit").put("key", key);
    }

    private static ObjectNode split(String direction, ObjectNode first, ObjectNode second, double percentage) {
        var split = JSON.objectNode().put("direction", direction);
        split.set("first", first);
        split.set("second", second);
        return split.put("splitPercentage", percentage);
    }

    private static ObjectNode carousel(List<String> keys, String position, double size) {
        var carousel = JSON.objectNode().put("type", "data_unit_list");
        carousel.set("keys", strings(keys));
        return carousel.put("carouselPosition", position).put("carouselSize", size);
    }

    private static ArrayNode strings(List<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Checked; {@code keys} are those that it may name. */
    static ObjectNode custom(@Nullable JsonNode given, Collection<String> keys) {
        if (given == null || !given.isObject()) {
            throw invalid("layout", "A custom data group needs a layout.");
        }
        if (given.has("key")) {
            throw invalid("layout", "A layout is a split or a carousel; a single item is a carousel of one.");
        }
        return part(given, Set.copyOf(keys), "layout", 1);
    }

    private static ObjectNode part(JsonNode given, Set<String> keys, String place, int level) {
        if (level > LEVELS) {
            throw invalid(place, "A layout has at most " + LEVELS + " levels.");
        }
        if (given.has("direction")) {
            return split(
                    word(given, "direction", Set.of("row", "column"), place),
                    part(given.path("first"), keys, place + ".first", level + 1),
                    part(given.path("second"), keys, place + ".second", level + 1),
                    number(field(given, "splitPercentage", "split_percentage"), 5, 95, place + ".splitPercentage"));
        }
        if (given.has("key")) {
            return tile(known(given.path("key"), keys, place + ".key"));
        }
        if (given.path("keys").isArray() && !given.path("keys").isEmpty()) {
            return carousel(
                    given.path("keys")
                            .valueStream()
                            .map(key -> known(key, keys, place + ".keys"))
                            .toList(),
                    position(given, place),
                    number(field(given, "carouselSize", "carousel_size"), 10, 70, place + ".carouselSize"));
        }
        throw invalid(
                place,
                "A split (direction, first, second, splitPercentage), a tile (key) or a carousel (keys, carouselPosition,"
                        + " carouselSize) is expected.");
    }

    private static String position(JsonNode given, String place) {
        var name = given.has("carousel_position") ? "carousel_position" : "carouselPosition";
        return word(given, name, Set.of("left", "right", "top", "bottom"), place);
    }

    /** Settings without tiles that the group does not have. */
    static ObjectNode settings(@Nullable JsonNode given, Collection<String> keys) {
        var from = given == null || given.isNull() ? JSON.objectNode() : given;
        if (!from.isObject()) {
            throw invalid("settings", "An object is expected.");
        }
        var settings = JSON.objectNode();
        settings.put("fixedLayout", flag(field(from, "fixedLayout", "fixed_layout"), "settings.fixedLayout"));
        settings.set("tileSettings", tileSettings(field(from, "tileSettings", "tile_settings"), keys));
        var multilayer = field(from, "hasMultilayerLabels", "has_multilayer_labels");
        if (multilayer.isMissingNode() || multilayer.isNull()) {
            settings.putNull("hasMultilayerLabels");
        } else {
            settings.put("hasMultilayerLabels", flag(multilayer, "settings.hasMultilayerLabels"));
        }
        return settings;
    }

    private static JsonNode tileSettings(JsonNode given, Collection<String> keys) {
        if (given.isMissingNode() || given.isNull()) {
            return JSON.nullNode();
        }
        if (!given.isObject()) {
            throw invalid("settings.tileSettings", "An object is expected.");
        }
        var tiles = JSON.objectNode();
        for (var tile : given.properties()) {
            var place = "settings.tileSettings";
            var key = known(JSON.textNode(tile.getKey()), Set.copyOf(keys), place);
            var title = tile.getValue().path("title");
            var shown = tiles.putObject(key);
            shown.set("title", title.isTextual() ? title : JSON.nullNode());
            shown.put("isReadOnly", flag(field(tile.getValue(), "isReadOnly", "is_read_only"), place + ".isReadOnly"));
        }
        return tiles;
    }

    private static JsonNode field(JsonNode given, String name, String inPython) {
        return given.has(name) ? given.path(name) : given.path(inPython);
    }

    private static boolean flag(JsonNode value, String place) {
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw invalid(place, "true or false is expected.");
        }
        return value.asBoolean();
    }

    private static String known(JsonNode key, Set<String> keys, String place) {
        if (!keys.contains(key.asText())) {
            throw invalid(place, "layoutContents has no item under the key '" + key.asText() + "'.");
        }
        return key.asText();
    }

    private static String word(JsonNode given, String name, Set<String> words, String place) {
        var word = given.path(name).asText();
        if (!words.contains(word)) {
            throw invalid(
                    place + "." + name,
                    "One of " + String.join(", ", words.stream().sorted().toList()) + " is expected, got '" + word
                            + "'.");
        }
        return word;
    }

    private static double number(JsonNode value, int least, int most, String place) {
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
            throw invalid(place, "A number from " + least + " to " + most + " is expected.");
        }
        return value.asDouble();
    }

    static RegistryException invalid(String place, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The data group is not valid.", List.of(new RegistryError.Fault(place, message))));
    }
}
