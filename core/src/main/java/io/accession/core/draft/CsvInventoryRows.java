package io.accession.core.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Data files in CSV, compressed with gzip. Keys are percent-encoded in them, so that a row is a line. */
public final class CsvInventoryRows implements InventoryRows {

    @Override
    public void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException {
        int bucket = columns.indexOf("Bucket");
        int key = columns.indexOf("Key");
        int size = columns.indexOf("Size");
        int latest = columns.indexOf("IsLatest");
        int deleted = columns.indexOf("IsDeleteMarker");
        var text = new InputStreamReader(new GZIPInputStream(dataFile, 64 << 10), StandardCharsets.UTF_8);
        var lines = new BufferedReader(text, 64 << 10);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var fields = fields(line);
            if (fields.size() != columns.size()) {
                throw new IOException("a row has " + fields.size() + " columns instead of " + columns.size());
            }
            boolean isCurrent =
                    (latest < 0 || isTrue(fields.get(latest))) && (deleted < 0 || !isTrue(fields.get(deleted)));
            sink.accept(new InventoryRow(
                    fields.get(bucket), decoded(fields.get(key)), size < 0 ? -1 : size(fields.get(size)), isCurrent));
        }
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
