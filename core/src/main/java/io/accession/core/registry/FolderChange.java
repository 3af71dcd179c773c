package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** New values for a folder; null leaves what there is. {@code clientMetadata} is a JSON object. */
public record FolderChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable String clientMetadata) {

    public FolderChange {
        if (name != null) {
            Names.check("/name", name);
        }
        if (description != null && description.indexOf('\0') >= 0) {
            throw Faults.invalid("/description", "The character U+0000 cannot be stored.");
        }
    }
}
