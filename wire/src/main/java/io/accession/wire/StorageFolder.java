package io.accession.wire;

import io.accession.core.domain.DatasetId;
import io.accession.core.registry.Folder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder as the protocol writes it; its path leads from the parent up. */
record StorageFolder(
        UUID uuid,
        @Nullable UUID parent,
        String name,
        String description,
        @Nullable String clientMetadata,
        String owner,
        Instant createdAt,
        Instant lastEditedAt,
        String userRole,
        @Nullable UUID syncedDatasetHash,
        List<PathElement> pathToRoot) {

    record PathElement(
            UUID uuid,
            @Nullable UUID parentUuid,
            String name,
            @Nullable UUID syncedDatasetHash) {}

    static StorageFolder of(Folder folder) {
        var parent = folder.parent();
        return new StorageFolder(
                folder.id().value(),
                parent == null ? null : parent.value(),
                folder.name(),
                folder.description(),
                folder.clientMetadata(),
                folder.ownerEmail(),
                folder.createdAt(),
                folder.editedAt(),
                folder.role().wireName(),
                dataset(folder.dataset()),
                path(folder.above()));
    }

    private static @Nullable UUID dataset(@Nullable DatasetId dataset) {
        return dataset == null ? null : dataset.value();
    }

    private static List<PathElement> path(List<Folder.Step> above) {
        var path = new ArrayList<PathElement>(above.size());
        for (int i = above.size() - 1; i >= 0; i--) {
            path.add(new PathElement(
                    above.get(i).id().value(),
                    i == 0 ? null : above.get(i - 1).id().value(),
                    above.get(i).name(),
                    dataset(above.get(i).dataset())));
        }
        return path;
    }
}
