package io.accession.core.registry;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import org.jspecify.annotations.Nullable;

/** New values for an item; null leaves what there is. */
public record ItemChange(@Nullable String name, @Nullable MetadataChange metadata) {

    private static final int NAME_CHARACTERS = 4_096;

    public ItemChange {
        if (name != null && (name.isBlank() || name.length() > NAME_CHARACTERS || name.indexOf('\0') >= 0)) {
            throw new RegistryException(
                    new RegistryError.Invalid("The name of an item has 1 to " + NAME_CHARACTERS + " characters."));
        }
    }

    /** {@code clientMetadata} is a JSON object that takes the place of the one before. */
    public static ItemChange replacing(@Nullable String name, @Nullable String clientMetadata) {
        return new ItemChange(
                name, clientMetadata == null ? null : new MetadataChange(MetadataMode.REPLACE, clientMetadata));
    }
}
