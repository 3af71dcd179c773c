package io.accession.core.registry;

import io.accession.core.domain.ItemKind;
import java.util.Map;

/**
 * What lies directly in a folder.
 *
 * @param items by kind, without members of composites that were never registered by themselves
 * @param folders the folders in it
 * @param bytes of all its items, members included
 */
public record FolderSummary(Map<ItemKind, Long> items, long tombstones, long folders, long uploadJobs, long bytes) {

    public FolderSummary {
        items = Map.copyOf(items);
    }
}
