package io.accession.api;

import java.util.List;
import java.util.UUID;

/**
 * Items of a folder that are to lie in another one.
 *
 * @param leaveDataset whether they may leave the dataset that mirrors the folder
 */
public record ItemMove(List<UUID> items, UUID toFolderId, boolean leaveDataset) {

    public ItemMove {
        items = List.copyOf(items);
    }
}
