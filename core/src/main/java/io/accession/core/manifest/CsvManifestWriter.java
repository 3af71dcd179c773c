package io.accession.core.manifest;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes entries that came in a CSV manifest as such a manifest again: a header row wherever the columns change, and a row per object. What was
 * wrong with an entry is still wrong with its rows.
 */
public final class CsvManifestWriter {

    private static final String TITLE = "title";
    private static final String CREATE_VIDEO = "createVideo";

    private final Writer out;
    private final JsonWindow window = JsonWindow.empty();
    private final JsonScanner scanner = new JsonScanner(window, 2, (code, place) -> {});
    private String header = "";

    public CsvManifestWriter(Writer out) {
        this.out = out;
    }

    /** {@code entry} is what {@link EntrySink} was given for a row, or for the rows of a group. */
    public void add(String typeKey, String entry) throws IOException {
        var type =
                EntryType.find(typeKey).orElseThrow(() -> new IllegalArgumentException("not a type key: " + typeKey));
        var values = values(entry);
        var title = values.getOrDefault(TITLE, "");
        var createVideo = values.get(CREATE_VIDEO);
        boolean hasCreateVideo = createVideo != null || type == EntryType.IMAGE_GROUPS;
        writeHeader(type, hasCreateVideo);
        for (var value : values.entrySet()) {
            if (value.getKey().startsWith("objectUrl")) {
                write(
                        hasCreateVideo
                                ? List.of(value.getValue(), title, createVideo == null ? "" : createVideo)
                                : List.of(value.getValue(), title));
            }
        }
    }

    private void writeHeader(EntryType type, boolean hasCreateVideo) throws IOException {
        var headings =
                new ArrayList<String>(List.of(CsvTitles.URL, CsvTitles.of(type).heading()));
        if (hasCreateVideo) {
            headings.add(CsvTitles.CREATE_VIDEO);
        }
        var needed = line(headings.stream());
        if (!needed.equals(header)) {
            header = needed;
            out.write(header);
        }
    }

    private void write(List<String> cells) throws IOException {
        out.write(line(cells.stream()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvManifestWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The keys of a flat object in their order. */
    private Map<String, String> values(String entry) throws IOException {
        var values = new LinkedHashMap<String, String>();
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        window.show(bytes, 0, bytes.length);
        scanner.restart();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            scanner.key();
            values.put(scanner.strings().text(), value(bytes));
        }
        return values;
    }

    private String value(byte[] bytes) throws IOException {
        boolean isText = scanner.peek() == '"';
        int start = window.position;
        scanner.skipValue();
        return isText
                ? scanner.strings().text()
                : new String(bytes, start, window.position - start, StandardCharsets.UTF_8);
    }
}
