package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what was tolerated. At most 100 different ones are told apart, so that memory does not grow with the manifest. */
final class ManifestWarnings {

    private static final int DISTINCT = 100;

    private record Subject(String code, String detail) {}

    private final Map<Subject, ManifestWarning> warnings = new LinkedHashMap<>();

    void add(String code, String detail, Supplier<Place> place) {
        var subject = new Subject(code, detail);
        var known = warnings.get(subject);
        if (known == null && warnings.size() >= DISTINCT) {
            subject = new Subject("WARNINGS_LEFT_OUT", "");
            known = warnings.get(subject);
        }
        warnings.put(subject, known == null ? first(subject, place.get()) : again(known));
    }

    private static ManifestWarning first(Subject subject, Place place) {
        return new ManifestWarning(
                subject.code(), message(subject.code(), subject.detail()), 1, place.line(), place.column());
    }

    private static ManifestWarning again(ManifestWarning known) {
        return new ManifestWarning(known.code(), known.message(), known.count() + 1, known.line(), known.column());
    }

    private static String message(String code, String detail) {
        return switch (code) {
            case "COMMENT" -> "JSON has no comments; they were skipped.";
            case "TRAILING_COMMA" -> "JSON has no comma after the last element; it was skipped.";
            case "UNKNOWN_ENTRY_KEY" -> "The key '" + detail + "' means nothing in an entry and was ignored.";
            case "RESERVED_METADATA_KEY" ->
                "The key '" + detail + "' of clientMetadata is reserved and has no effect. Embeddings and metadata of"
                        + " frames belong into $encord.frames.";
            case "DICOM_WITHOUT_TITLE" ->
                "A DICOM series should have a title. Its description is used instead, or else the name of its first"
                        + " file.";
            case "UPSERT_WITHOUT_SKIP" -> "upsert_metadata has no effect unless skip_duplicate_urls is true as well.";
            case "CREATE_VIDEO_WITHOUT_HEADING" ->
                "The header row has no heading for the column that an earlier one called 'Create video'; it was read"
                        + " as such.";
            case "WARNINGS_LEFT_OUT" -> "There were more kinds of warnings than are listed here.";
            default -> detail;
        };
    }

    List<ManifestWarning> list() {
        return new ArrayList<>(warnings.values());
    }
}
