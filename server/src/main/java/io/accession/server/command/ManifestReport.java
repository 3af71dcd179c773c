package io.accession.server.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.accession.cli.Terminals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a server would say of one manifest before it asks any storage.
 *
 * @param entries by the keys that they stand under
 * @param faults the first 1,000; {@code faulty} counts all entries that have one
 */
record ManifestReport(
        String file, Map<String, Long> entries, long urls, long faulty, List<Fault> faults, List<Warning> warnings) {

    /** Lines and columns count from 1. {@code code} is null where the manifest itself cannot be read. */
    record Fault(
            long line,
            long column,
            String pointer,
            @Nullable String code,
            String message) {}

    /** Something tolerated: its first place and how often it occurred. */
    record Warning(long line, long column, String code, String message, long count) {}

    ManifestReport {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    @JsonProperty
    boolean sound() {
        return faulty == 0 && faults.isEmpty();
    }

    static String text(List<ManifestReport> reports) {
        return reports.stream().map(ManifestReport::text).collect(Collectors.joining("\n"));
    }

    private String text() {
        var text = new StringBuilder();
        faults.forEach(fault -> line(
                text,
                fault.line(),
                fault.column(),
                fault.pointer() + " " + (fault.code() == null ? "" : fault.code() + ": ") + fault.message()));
        if (faulty > faults.size()) {
            text.append(String.format(Locale.ROOT, "%s: %,d more entries are faulty%n", file, faulty - faults.size()));
        }
        warnings.forEach(warning -> line(
                text,
                warning.line(),
                warning.column(),
                "warning: " + warning.message() + (warning.count() > 1 ? " (" + warning.count() + " times)" : "")));
        return text.append(file).append(": ").append(verdict()).toString();
    }

    private void line(StringBuilder text, long line, long column, String what) {
        text.append(file)
                .append(':')
                .append(line)
                .append(':')
                .append(column)
                .append(": ")
                .append(Terminals.printable(what))
                .append('\n');
    }

    private String verdict() {
        long all = entries.values().stream().mapToLong(Long::longValue).sum();
        var types = entries.entrySet().stream()
                .map(type -> String.format(Locale.ROOT, "%s %,d", type.getKey(), type.getValue()))
                .collect(Collectors.joining(", "));
        var counts = String.format(Locale.ROOT, "%,d entries (%s), %,d URLs", all, types, urls);
        if (all == 0) {
            return "cannot be read";
        }
        return sound() ? "sound, " + counts : String.format(Locale.ROOT, "%,d faults, %s", faulty, counts);
    }
}
