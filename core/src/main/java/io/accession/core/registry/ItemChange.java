package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** New values for an item; null leaves what there is. {@code clientMetadata} is a JSON object and replaces the one before. */
public record ItemChange(@Nullable String name, @Nullable String clientMetadata) {

    private static final int NAME_CHARACTERS = 4_096;

    public ItemChange {
        if (name != null && (name.isBlank() || name.length() > NAME_CHARACTERS || name.indexOf('\0') >= 0)) {
            throw Faults.invalid("/name", "A name has 1 to " + NAME_CHARACTERS + " characters.");
        }
    }
}
