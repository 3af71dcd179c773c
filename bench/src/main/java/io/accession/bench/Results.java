package io.accession.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a measurement came to, by name, in the order of measuring. */
final class Results {

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    private final Map<String, Double> values = new LinkedHashMap<>();

    void put(String name, double value) {
        values.put(name, value);
    }

    void put(String name, long value) {
        values.put(name, (double) value);
    }

    void print() {
        if (json) {
            System.out.println(values.entrySet().stream()
                    .map(value -> "\"" + value.getKey() + "\": " + text(value.getValue()))
                    .collect(Collectors.joining(", ", "{", "}")));
        } else {
            values.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-36s %s%n", name, text(value)));
        }
    }

    private static String text(double value) {
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }
}
