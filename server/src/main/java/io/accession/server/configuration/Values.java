package io.accession.server.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings as types. A setting that does not fit is noted as a fault and read as its default, so that all faults are found. */
final class Values {

    private final Map<Keys, Setting> settings;
    private final List<ConfigurationFault> faults = new ArrayList<>();

    Values(Map<Keys, Setting> settings) {
        this.settings = settings;
    }

    Setting setting(Keys key) {
        return settings.getOrDefault(key, new Setting(key.defaultText(), new Origin.Default()));
    }

    List<ConfigurationFault> faults() {
        return faults;
    }

    void fault(Keys key, String message) {
        var setting = setting(key);
        faults.add(
                new ConfigurationFault(key.key(), key.isSecret() ? "***" : setting.value(), setting.origin(), message));
    }

    /** Empty where nothing is set. */
    Optional<String> text(Keys key) {
        return Optional.of(setting(key).value()).filter(value -> !value.isBlank());
    }

    int number(Keys key, int least, int most) {
        return read(
                key,
                "a whole number from " + least + " to " + most + " is allowed",
                value -> Optional.of(Integer.parseInt(value)).filter(number -> number >= least && number <= most));
    }

    long size(Keys key, long least, long most) {
        return read(
                key,
                "a size from " + least + " to " + most + " bytes is allowed, written as 4096, 64MiB or 10MB",
                value -> Size.parse(value).filter(size -> size >= least && size <= most));
    }

    Duration duration(Keys key, Duration least, Duration most) {
        return read(
                key,
                "a duration from " + least.toHours() + "h to " + most.toDays()
                        + "d is allowed, written as 90m, 12h or 30d",
                value -> parseDuration(value)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
    }

    private static Optional<Duration> parseDuration(String text) {
        if (!text.matches("[0-9]{1,9}[mhd]")) {
            return Optional.empty();
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return Optional.of(
                switch (text.charAt(text.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(amount);
                    case 'h' -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    boolean flag(Keys key) {
        return read(key, "true or false is allowed", value -> switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    <E extends Enum<E>> E choice(Keys key, E[] choices) {
        var names = Arrays.stream(choices)
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        return read(
                key,
                "one of " + String.join(", ", names) + " is allowed",
                value -> names.contains(value) ? Optional.of(choices[names.indexOf(value)]) : Optional.empty());
    }

    Optional<Path> path(Keys key) {
        return text(key).flatMap(value -> absolute(key, value));
    }

    List<Path> paths(Keys key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .flatMap(value -> absolute(key, value).stream())
                .toList();
    }

    private Optional<Path> absolute(Keys key, String value) {
        try {
            return Optional.of(Path.of(value).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            fault(key, "a path of this machine is allowed");
            return Optional.empty();
        }
    }

    Optional<URI> webAddress(Keys key) {
        return text(key).flatMap(value -> {
            try {
                var uri = new URI(value);
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return Optional.of(uri);
                }
            } catch (URISyntaxException e) {
                // the fault below says what is allowed
            }
            fault(key, "an http or https URL is allowed, such as https://accession.example.org");
            return Optional.empty();
        });
    }

    private <T> T read(Keys key, String allowed, Function<String, Optional<T>> reader) {
        return parsed(setting(key).value(), reader).orElseGet(() -> {
            fault(key, allowed);
            return parsed(key.defaultText(), reader).orElseThrow();
        });
    }

    private static <T> Optional<T> parsed(String value, Function<String, Optional<T>> reader) {
        try {
            return reader.apply(value.strip());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
