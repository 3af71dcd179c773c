package io.accession.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the ending of a file's name says of the text in it. */
final class TextName {

    private static final Map<String, String> MIME_TYPES = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("text", "text/plain"),
            Map.entry("log", "text/plain"),
            Map.entry("ini", "text/plain"),
            Map.entry("conf", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("xml", "application/xml"),
            Map.entry("json", "application/json"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("toml", "application/toml"),
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("md", "text/markdown"),
            Map.entry("markdown", "text/markdown"),
            Map.entry("rst", "text/x-rst"),
            Map.entry("tex", "text/x-tex"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("srt", "application/x-subrip"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("py", "text/x-python"),
            Map.entry("java", "text/x-java-source"),
            Map.entry("c", "text/x-c"),
            Map.entry("h", "text/x-c"),
            Map.entry("cpp", "text/x-c++"),
            Map.entry("sh", "application/x-sh"),
            Map.entry("sql", "application/sql"));

    private TextName() {}

    static Optional<String> mimeType(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(MIME_TYPES.get(ending.toLowerCase(Locale.ROOT)));
    }
}
