package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where items live. Names need not be unique.
 *
 * @param above the folders that it lies in, from the top-level folder down to its parent
 * @param clientMetadata a JSON object; null when none was given
 * @param sync null for a folder that people register into
 * @param role what the asker is in it
 * @param dataset that mirrors it
 */
public record Folder(
        FolderId id,
        List<Step> above,
        String name,
        String description,
        @Nullable String clientMetadata,
        UserId owner,
        String ownerEmail,
        Role role,
        Instant createdAt,
        Instant editedAt,
        @Nullable FolderSync sync,
        @Nullable DatasetId dataset) {

    public Folder {
        above = List.copyOf(above);
    }

    /** A folder on the way to another one. */
    public record Step(FolderId id, String name, @Nullable DatasetId dataset) {}

    public @Nullable FolderId parent() {
        return above.isEmpty() ? null : above.getLast().id();
    }

    /** The names from the top-level folder down to this one. */
    public List<String> path() {
        var path = new ArrayList<String>(above.size() + 1);
        above.forEach(step -> path.add(step.name()));
        path.add(name);
        return List.copyOf(path);
    }
}
