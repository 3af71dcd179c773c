package io.accession.server.configuration;

import io.accession.core.domain.Spelling;
import io.accession.server.configuration.ServerConfiguration.EffectiveValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables {@code [encoders.KEY]}, one for each embedding whose texts are understood. A key may have dots. */
final class EncoderSettings {

    static final String PREFIX = "encoders.";

    private static final String BUILT_IN = "built-in";
    private static final String URL = "url";
    private static final String MODEL_FILE = "model-file";
    private static final String CHOICES = "one of built-in = true, url or model-file is needed";

    /** What each choice is said by. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            BUILT_IN, Set.of(BUILT_IN),
            URL, Set.of(URL, "model", "token-file"),
            MODEL_FILE, Set.of(MODEL_FILE, "tokenizer-file"));

    private static final Set<String> ALL =
            PROPERTIES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    private final Map<String, Setting> settings;
    private final List<ConfigurationFault> faults = new ArrayList<>();
    private final List<KeyEncoder> encoders = new ArrayList<>();

    /** By their whole keys. */
    EncoderSettings(Map<String, Setting> settings) {
        this.settings = settings;
        tables().forEach((key, table) -> read(key, table).ifPresent(encoders::add));
    }

    List<KeyEncoder> encoders() {
        return encoders;
    }

    /** Some encoders run in this process. */
    void requireModels(BooleanSupplier areMissing, String message) {
        encoders.stream()
                .filter(encoder -> !(encoder instanceof KeyEncoder.Endpoint))
                .filter(_ -> areMissing.getAsBoolean())
                .forEach(encoder -> settings.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(PREFIX + encoder.key() + "."))
                        .findFirst()
                        .ifPresent(one -> faults.add(new ConfigurationFault(
                                one.getKey(),
                                one.getValue().value(),
                                one.getValue().origin(),
                                message))));
    }

    List<ConfigurationFault> faults() {
        return faults;
    }

    Stream<EffectiveValue> effective() {
        return settings.entrySet().stream()
                .map(one -> new EffectiveValue(
                        one.getKey(), one.getValue().value(), one.getValue().origin()));
    }

    private Map<String, Map<String, Setting>> tables() {
        var tables = new TreeMap<String, Map<String, Setting>>();
        settings.forEach((name, setting) -> {
            var rest = name.substring(PREFIX.length());
            int dot = rest.lastIndexOf('.');
            if (dot < 1 || !ALL.contains(rest.substring(dot + 1))) {
                var cure = dot < 1
                        ? "a table is expected, such as [encoders." + rest + "], with " + String.join(", ", sorted())
                        : "there is no such key; did you mean "
                                + Spelling.nearest(rest.substring(dot + 1), sorted(), 1)
                                        .getFirst() + "?";
                faults.add(new ConfigurationFault(name, "***", setting.origin(), cure));
            } else {
                tables.computeIfAbsent(rest.substring(0, dot), _ -> new TreeMap<>())
                        .put(rest.substring(dot + 1), setting);
            }
        });
        return tables;
    }

    private static List<String> sorted() {
        return ALL.stream().sorted().toList();
    }

    private Optional<KeyEncoder> read(String key, Map<String, Setting> table) {
        int faultsBefore = faults.size();
        var chosen = PROPERTIES.keySet().stream().filter(table::containsKey).toList();
        if (chosen.size() != 1) {
            fault(
                    key,
                    table.keySet().iterator().next(),
                    table,
                    CHOICES + (chosen.isEmpty() ? "" : ", and not several"));
            return Optional.empty();
        }
        var known = PROPERTIES.getOrDefault(chosen.getFirst(), Set.of());
        table.keySet().stream()
                .filter(property -> !known.contains(property))
                .forEach(property -> fault(key, property, table, "this does not go with " + chosen.getFirst()));
        var encoder = switch (chosen.getFirst()) {
            case BUILT_IN -> builtIn(key, table);
            case URL -> endpoint(key, table);
            default -> modelFiles(key, table);
        };
        return faults.size() == faultsBefore ? encoder : Optional.empty();
    }

    private Optional<KeyEncoder> builtIn(String key, Map<String, Setting> table) {
        return "true".equals(value(table, BUILT_IN))
                ? Optional.of(new KeyEncoder.BuiltIn(key))
                : fault(key, BUILT_IN, table, "true is allowed; leave the table out for no encoder");
    }

    private Optional<KeyEncoder> modelFiles(String key, Map<String, Setting> table) {
        if (!table.containsKey("tokenizer-file")) {
            return fault(key, MODEL_FILE, table, "a tokenizer-file, the model's tokenizer.json, is needed beside it");
        }
        return file(key, MODEL_FILE, table)
                .flatMap(model -> file(key, "tokenizer-file", table)
                        .map(tokenizer -> new KeyEncoder.ModelFiles(key, model, tokenizer)));
    }

    private Optional<KeyEncoder> endpoint(String key, Map<String, Setting> table) {
        if (value(table, "model").isBlank()) {
            return fault(key, URL, table, "a model is needed beside it: the name by which the service knows it");
        }
        var token = table.containsKey("token-file") ? file(key, "token-file", table) : Optional.<Path>empty();
        return url(value(table, URL))
                .<KeyEncoder>map(url -> new KeyEncoder.Endpoint(key, url, value(table, "model"), token.orElse(null)))
                .or(() -> fault(
                        key,
                        URL,
                        table,
                        "an http or https URL without a user is allowed, such as http://localhost:8080/v1/embeddings"));
    }

    private static Optional<URI> url(String value) {
        try {
            var url = new URI(value);
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return isWeb && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> file(String key, String property, Map<String, Setting> table) {
        try {
            var path = Path.of(value(table, property)).toAbsolutePath().normalize();
            return Files.isReadable(path) && Files.isRegularFile(path)
                    ? Optional.of(path)
                    : fault(key, property, table, "a file that this program may read is needed; " + path + " is none");
        } catch (InvalidPathException e) {
            return fault(key, property, table, "a path of this machine is allowed");
        }
    }

    private static String value(Map<String, Setting> table, String property) {
        var setting = table.get(property);
        return setting == null ? "" : setting.value();
    }

    private <T> Optional<T> fault(String key, String property, Map<String, Setting> table, String message) {
        var setting = table.get(property);
        if (setting != null) {
            faults.add(
                    new ConfigurationFault(PREFIX + key + "." + property, setting.value(), setting.origin(), message));
        }
        return Optional.empty();
    }
}
