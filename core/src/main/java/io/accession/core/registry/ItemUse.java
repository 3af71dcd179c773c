package io.accession.core.registry;

import java.util.List;

/**
 * In which composites an item is a member.
 *
 * @param composites how many there are
 * @param accessible those of them that the asker may see, with the name of their folder
 */
public record ItemUse(int composites, List<Composite> accessible) {

    public ItemUse {
        accessible = List.copyOf(accessible);
    }

    public record Composite(ListedItem item, String folderName) {}
}
