package io.accession.core.manifest;

import io.accession.core.domain.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registered images that an entry makes a group or a sequence of, in order.
 *
 * @param videoUrlPrefix where the video of a sequence is written; null for the usual place
 */
public record GivenItems(List<ItemId> items, @Nullable String videoUrlPrefix) {

    public GivenItems {
        items = List.copyOf(items);
    }
}
