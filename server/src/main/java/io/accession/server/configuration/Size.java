package io.accession.server.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 64MiB}, {@code 10MB}, {@code 4096}. */
final class Size {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(B|kB|KB|MB|GB|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of(
            "B",
            1L,
            "kB",
            1_000L,
            "KB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);

    private Size() {}

    static Optional<Long> parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var unit = form.group(2) == null ? 1L : UNITS.getOrDefault(form.group(2), 1L);
        try {
            return Optional.of(Math.multiplyExact(Long.parseLong(form.group(1)), unit));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
