package io.accession.core.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manifest in JSON, an entry to the line. */
final class JsonEntries implements EntryForm {

    @Override
    public String single(DraftType type, ListedObject object, @Nullable String title, Map<String, Object> metadata) {
        var entry = new StringBuilder("{\"objectUrl\": ");
        quote(object.url(), entry);
        if (title != null) {
            entry.append(", \"title\": ");
            quote(title, entry);
        }
        return end(entry, metadata);
    }

    @Override
    public String group(
            DraftType type, String title, List<ListedObject> objects, Map<String, Object> metadata, boolean video) {
        var entry = new StringBuilder("{\"title\": ");
        quote(title, entry);
        if (type == DraftType.IMAGE_GROUPS) {
            entry.append(", \"createVideo\": ").append(video);
        }
        int index = 0;
        for (var object : objects) {
            entry.append(", \"objectUrl_").append(index++).append("\": ");
            quote(object.url(), entry);
        }
        return end(entry, metadata);
    }

    @Override
    public String opening() {
        return "{\"skip_duplicate_urls\": true";
    }

    @Override
    public String typeOpening(DraftType type, boolean isFirst) {
        return ",\n\"" + type.key() + "\": [\n";
    }

    @Override
    public String separator() {
        return ",\n";
    }

    @Override
    public String typeClosing() {
        return "\n]";
    }

    @Override
    public String closing() {
        return "}\n";
    }

    private static String end(StringBuilder entry, Map<String, Object> metadata) {
        if (!metadata.isEmpty()) {
            entry.append(", \"clientMetadata\": {");
            String separator = "";
            for (var value : metadata.entrySet()) {
                entry.append(separator);
                quote(value.getKey(), entry);
                entry.append(": ");
                if (value.getValue() instanceof String text) {
                    quote(text, entry);
                } else {
                    entry.append(value.getValue());
                }
                separator = ", ";
            }
            entry.append('}');
        }
        return entry.append('}').toString();
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        to.append('"');
    }
}
