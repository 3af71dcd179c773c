package io.accession.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Videos to be made anew.
 *
 * @param items 1 to 1,000 videos
 * @param force whether those without warnings are made anew too; false when left out
 */
public record NewReencoding(List<UUID> items, @Nullable Boolean force) {

    public NewReencoding {
        items = List.copyOf(items);
    }
}
