package io.accession.api;

import java.util.List;
import java.util.UUID;

/** An item with values that do not fit the metadata schema. */
public record MetadataViolations(UUID itemId, String title, List<Violation> violations) {

    public MetadataViolations {
        violations = List.copyOf(violations);
    }

    /**
     * One value that does not fit.
     *
     * @param pointer where it is in the item's client metadata: a JSON Pointer
     * @param used it could be understood all the same
     */
    public record Violation(String pointer, String message, boolean used) {}
}
