package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where items live. Names need not be unique.
 *
 * @param path the names from the top-level folder down to this one
 */
public record Folder(
        FolderId id,
        @Nullable FolderId parent,
        String name,
        List<String> path,
        String description,
        UserId owner,
        Instant createdAt) {

    public Folder {
        path = List.copyOf(path);
    }
}
