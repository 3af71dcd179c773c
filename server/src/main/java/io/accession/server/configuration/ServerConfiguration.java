package io.accession.server.configuration;

import io.accession.core.manifest.ManifestLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration: file &lt; environment &lt; flags.
 *
 * @param effective every value in force and where it came from
 */
public record ServerConfiguration(
        Path data,
        HttpConfiguration http,
        DatabaseConfiguration database,
        StorageConfiguration storage,
        ManifestLimits limits,
        JobConfiguration jobs,
        SearchConfiguration search,
        QualityConfiguration quality,
        LogLevel logLevel,
        List<EffectiveValue> effective) {

    private static final String FILE_NAME = "accession.toml";

    /** {@code value} is {@code ***} for a secret that is set. */
    public record EffectiveValue(String key, String value, Origin origin) {}

    /** One value given on the command line: {@code --port 80} is the key {@code http.port} with the flag {@code --port}. */
    public record FlagValue(String key, String flag, String value) {}

    /**
     * Reads {@code file}, or without one {@code accession.toml} of the data directory if there is one.
     *
     * @throws ConfigurationException naming everything that is wrong
     */
    public static ServerConfiguration read(
            @Nullable Path file, Map<String, String> environment, List<FlagValue> flags) {
        var sources = new Sources();
        var ownFile = DataDirectory.of(environment, flags).resolve(FILE_NAME);
        if (file != null) {
            sources.addFile(file);
        } else if (Files.exists(ownFile)) {
            sources.addFile(ownFile);
        }
        sources.addEnvironment(environment);
        sources.addFlags(flags);
        return of(sources, environment, file != null);
    }

    private static ServerConfiguration of(Sources sources, Map<String, String> environment, boolean mayNameData) {
        var values = new Values(sources.settings());
        var encoders = new EncoderSettings(sources.encoders());
        var data = values.path(Keys.DATA).orElseGet(() -> DataDirectory.standard(environment));
        var configuration = new ServerConfiguration(
                data,
                HttpConfiguration.of(values),
                DatabaseConfiguration.of(values),
                StorageConfiguration.of(values, data),
                limits(values),
                JobConfiguration.of(values),
                SearchConfiguration.of(values, encoders),
                QualityConfiguration.of(values),
                values.choice(Keys.LOG_LEVEL, LogLevel.values()),
                Stream.concat(effective(values, data), encoders.effective()).toList());
        if (!mayNameData && values.setting(Keys.DATA).origin() instanceof Origin.File) {
            values.fault(Keys.DATA, "the file in a data directory cannot name another; use --data");
        }
        var faults = new ArrayList<>(sources.faults());
        faults.addAll(values.faults());
        faults.addAll(encoders.faults());
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return configuration;
    }

    private static ManifestLimits limits(Values values) {
        return new ManifestLimits(
                values.number(Keys.LIMITS_MANIFEST_URLS, 1, 10_000_000),
                values.number(Keys.LIMITS_MANIFEST_ITEMS, 1, 10_000_000),
                values.number(Keys.LIMITS_CSV_ROWS, 1, 10_000_000),
                (int) values.size(Keys.LIMITS_URL_SIZE, 64, 1 << 20),
                (int) values.size(Keys.LIMITS_METADATA_SIZE, 1, 128_000_000),
                (int) values.size(Keys.LIMITS_ENTRY_SIZE, 1 << 10, 256 << 20),
                values.size(Keys.LIMITS_MANIFEST_SIZE, 1 << 10, 64L << 30),
                ManifestLimits.DEFAULT.depth());
    }

    private static Stream<EffectiveValue> effective(Values values, Path data) {
        return Arrays.stream(Keys.values())
                .map(key -> new EffectiveValue(
                        key.key(), shown(values, key, data), values.setting(key).origin()));
    }

    private static String shown(Values values, Keys key, Path data) {
        var text = values.text(key);
        if (key.isSecret()) {
            return text.isPresent() ? "***" : "";
        }
        return key == Keys.DATA
                ? data.toString()
                : text.map(ServerConfiguration::withoutPassword).orElse("");
    }

    /** JDBC URLs can carry a password in their query. */
    private static String withoutPassword(String value) {
        return value.replaceAll("(?i)(password=)[^&\\s]*", "$1***");
    }
}
