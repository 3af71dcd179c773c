package io.accession.core.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Data files in CSV, compressed with gzip. Keys are percent-encoded in them, so that a row is a line. */
public final class CsvInventoryRows implements InventoryRows {

    /** Of a row: a key has 1,024 bytes at most, and three characters for each. */
    private static final int LONGEST_LINE = 64 << 10;

    @Override
    public void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException {
        int bucket = columns.indexOf("Bucket");
        int key = columns.indexOf("Key");
        int size = columns.indexOf("Size");
        int latest = columns.indexOf("IsLatest");
        int deleted = columns.indexOf("IsDeleteMarker");
        var text = new InputStreamReader(new GZIPInputStream(dataFile, 64 << 10), StandardCharsets.UTF_8);
        var lines = new BufferedReader(text, 64 << 10);
        for (var line = line(lines); line.isPresent(); line = line(lines)) {
            var fields = fields(line.get());
            if (fields.size() != columns.size()) {
                throw new IOException("a row has " + fields.size() + " columns instead of " + columns.size());
            }
            boolean isCurrent =
                    (latest < 0 || isTrue(fields.get(latest))) && (deleted < 0 || !isTrue(fields.get(deleted)));
            sink.accept(new InventoryRow(
                    fields.get(bucket), decoded(fields.get(key)), size < 0 ? -1 : size(fields.get(size)), isCurrent));
        }
    }

    /** A file of one endless line takes no memory. */
    private static Optional<String> line(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            line.append((char) c);
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a row has more than " + LONGEST_LINE + " characters");
            }
        }
        int length = line.length();
        return Optional.of(
                length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString());
    }

    /** Every field is quoted; a quote inside is doubled. Fields without quotes are read too. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static String decoded(String key) throws IOException {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException("a key is not percent-encoded as it has to be", e);
        }
    }

    private static long size(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static boolean isTrue(String field) {
        return field.equalsIgnoreCase("true");
    }
}
