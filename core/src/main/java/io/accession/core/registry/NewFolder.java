package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import org.jspecify.annotations.Nullable;

/**
 * A folder to be created, at the top when it has no parent. It belongs to its parent's owner, or to its creator. {@code clientMetadata} is a
 * JSON object; {@code sync} is null for a folder that people register into.
 */
public record NewFolder(
        String name,
        @Nullable FolderId parent,
        String description,
        @Nullable String clientMetadata,
        @Nullable FolderSync sync) {

    public NewFolder {
        Names.check("/name", name);
        if (description.indexOf('\0') >= 0) {
            throw Faults.invalid("/description", "The character U+0000 cannot be stored.");
        }
    }

    public NewFolder(String name, @Nullable FolderId parent, String description, @Nullable String clientMetadata) {
        this(name, parent, description, clientMetadata, null);
    }

    public NewFolder(String name, @Nullable FolderId parent, String description) {
        this(name, parent, description, null, null);
    }
}
