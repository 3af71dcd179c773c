package io.accession.wire;

import java.util.Map;
import java.util.Optional;

/** What the client can ask for that this server leaves to others, in words that the client shows. */
final class NotOffered {

    private static final Map<String, String> BY_PATH = Map.of(
            "projects", "Projects are not offered by this server.",
            "active", "Projects are not offered by this server, nor their collections and filter presets.",
            "ontologies", "Ontologies are not offered by this server.",
            "dicom-deidentification", "De-identifying DICOM files is not offered by this server.",
            "ml-models", "Models are not offered by this server.",
            "analytics", "Analytics of projects are not offered by this server.");

    private NotOffered() {}

    /** {@code target} is the path with its query, as it was asked for. */
    static Optional<String> at(String target) {
        var parts = target.split("[/?]", 5);
        return parts.length < 4 ? Optional.empty() : Optional.ofNullable(BY_PATH.get(parts[3]));
    }
}
