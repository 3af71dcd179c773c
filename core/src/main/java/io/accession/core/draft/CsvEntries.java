package io.accession.core.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A manifest in CSV: a header for each type, a row for each object; rows of one group follow one another. */
final class CsvEntries implements EntryForm {

    @Override
    public String single(DraftType type, ListedObject object, @Nullable String title, Map<String, Object> metadata) {
        return quoted(object.url()) + "," + quoted(title == null ? "" : title) + createVideo(type, false);
    }

    @Override
    public String group(
            DraftType type, String title, List<ListedObject> objects, Map<String, Object> metadata, boolean video) {
        return objects.stream()
                .map(object -> quoted(object.url()) + "," + quoted(title) + createVideo(type, video))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String opening() {
        return "";
    }

    @Override
    public String typeOpening(DraftType type, boolean isFirst) {
        return "ObjectURL," + type.titleColumn() + (type == DraftType.IMAGE_GROUPS ? ",Create video" : "") + "\n";
    }

    @Override
    public String separator() {
        return "\n";
    }

    @Override
    public String typeClosing() {
        return "\n";
    }

    @Override
    public String closing() {
        return "";
    }

    private static String createVideo(DraftType type, boolean video) {
        return type == DraftType.IMAGE_GROUPS ? "," + video : "";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c <= ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
