package io.accession.core.drift;

import io.accession.core.domain.ItemId;
import java.util.List;

/**
 * An item whose object is not what was registered.
 *
 * @param differences what was registered and what was found, where they differ
 */
public record Finding(Type type, ItemId item, String objectUrl, String message, List<Difference> differences) {

    public Finding {
        differences = List.copyOf(differences);
    }

    public enum Type {
        /** Another ETag or another size. */
        CHANGED,
        /** Another ETag and another size: something else lies under the same name. */
        REPLACED,
        MISSING,
        /** The object is not what its supplied media metadata says. */
        MISMATCH,
        /** What was to be probed cannot be read. */
        UNREADABLE
    }

    public record Difference(String field, String registered, String found) {}
}
