package io.accession.server.rest;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180). */
final class CsvRow {

    private CsvRow() {}

    /** With the end of the line; null is an empty cell. */
    static String of(Stream<? extends @Nullable Object> values) {
        return values.map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
