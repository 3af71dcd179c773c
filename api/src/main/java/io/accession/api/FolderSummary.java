package io.accession.api;

import java.util.Map;

/**
 * What lies directly in a folder.
 *
 * @param items by kind, without members of groups that were never registered by themselves
 * @param tombstones items of a cloud-synced folder whose objects are gone
 * @param bytes of all items, members included
 */
public record FolderSummary(Map<String, Long> items, long tombstones, long folders, long uploadJobs, long bytes) {

    public FolderSummary {
        items = Map.copyOf(items);
    }
}
