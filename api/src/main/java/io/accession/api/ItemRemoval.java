package io.accession.api;

import java.util.List;
import java.util.UUID;

/**
 * Items of a folder that are to go.
 *
 * @param unusedMembers whether hidden members of groups go too when no other group has them; else they become items of the folder
 */
public record ItemRemoval(List<UUID> items, boolean unusedMembers) {

    public ItemRemoval {
        items = List.copyOf(items);
    }
}
