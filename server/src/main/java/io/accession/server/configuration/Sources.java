package io.accession.server.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Collects what file, environment and flags say. Later ones win. */
final class Sources {

    /** Read by other parts of the program, in the environment only. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("ACCESSION_URL", "ACCESSION_TOKEN", "ACCESSION_JAVA_OPTS", "ACCESSION_JVM_DIRECTORY");

    private final Map<Keys, Setting> settings = new EnumMap<>(Keys.class);
    private final Map<String, Setting> encoders = new TreeMap<>();
    private final List<ConfigurationFault> faults = new ArrayList<>();

    void addFile(Path file) {
        var origin = new Origin.File(file);
        try {
            addTree("", new TomlMapper().readTree(Files.readAllBytes(file)), origin);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            faults.add(new ConfigurationFault(
                    "line " + place.getLineNr() + ", column " + place.getColumnNr(),
                    "…",
                    origin,
                    "this is not TOML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            faults.add(new ConfigurationFault(
                    "config", file.toString(), origin, "the file cannot be read: " + e.getMessage()));
        }
    }

    private void addTree(String prefix, JsonNode node, Origin origin) {
        for (var property : node.properties()) {
            var key = prefix + property.getKey();
            if (property.getValue().isObject()) {
                addTree(key + ".", property.getValue(), origin);
            } else {
                add(key, text(property.getValue()), origin);
            }
        }
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    void addEnvironment(Map<String, String> environment) {
        for (var known : Keys.values()) {
            var value = environment.get(known.variable());
            if (value != null) {
                settings.put(known, new Setting(value, new Origin.Environment(known.variable())));
            }
        }
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(Keys.PREFIX) && !isKnown(variable)) {
                var closest = Keys.find(Keys.closest(asKey(variable))).orElseThrow();
                faults.add(unknown(variable, value, new Origin.Environment(variable), closest.variable()));
            }
        });
    }

    private static boolean isKnown(String variable) {
        return OTHER_VARIABLES.contains(variable)
                || Arrays.stream(Keys.values()).anyMatch(key -> key.variable().equals(variable));
    }

    private static String asKey(String variable) {
        return variable.substring(Keys.PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("_", ".")
                .replace('_', '-');
    }

    void addFlags(List<FlagValue> flags) {
        flags.forEach(flag -> add(flag.key(), flag.value(), new Origin.Flag(flag.flag())));
    }

    private void add(String key, String value, Origin origin) {
        if (key.startsWith(EncoderSettings.PREFIX)) {
            encoders.put(key, new Setting(value, origin));
            return;
        }
        Keys.find(key)
                .ifPresentOrElse(
                        known -> settings.put(known, new Setting(value, origin)),
                        () -> faults.add(unknown(key, value, origin, Keys.closest(key))));
    }

    /** The value might be a secret under a misspelt key: it is not shown. */
    private static ConfigurationFault unknown(String key, String value, Origin origin, String closest) {
        return new ConfigurationFault(
                key, value.isEmpty() ? "" : "***", origin, "there is no such key; did you mean " + closest + "?");
    }

    Map<Keys, Setting> settings() {
        return settings;
    }

    /** Those whose keys name an embedding, by their whole key. */
    Map<String, Setting> encoders() {
        return encoders;
    }

    List<ConfigurationFault> faults() {
        return faults;
    }
}
