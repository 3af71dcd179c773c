package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder to be created, at the top when it has no parent.
 *
 * @param sync null for a folder that people register into
 */
public record NewFolder(
        String name,
        @Nullable UUID parentId,
        @Nullable String description,
        @Nullable NewFolderSync sync) {

    public NewFolder(String name, @Nullable UUID parentId, @Nullable String description) {
        this(name, parentId, description, null);
    }
}
