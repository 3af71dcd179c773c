package io.accession.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folders that are to lie in another one; at the top when {@code parentId} is null. */
public record FolderMove(List<UUID> folders, @Nullable UUID parentId) {

    public FolderMove {
        folders = List.copyOf(folders);
    }
}
