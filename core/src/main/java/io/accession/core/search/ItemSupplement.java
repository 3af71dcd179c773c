package io.accession.core.search;

import io.accession.core.embedding.StoredVector;
import io.accession.core.quality.PictureQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came to an item beside its registration.
 *
 * @param vectors those that came in bulk
 * @param text what was made of what the item says
 * @param quality null for what was not measured
 */
public record ItemSupplement(
        List<StoredVector> vectors, ItemText text, @Nullable PictureQuality quality) {

    public static final ItemSupplement NONE = new ItemSupplement(List.of(), ItemText.NONE, null);

    public ItemSupplement {
        vectors = List.copyOf(vectors);
    }

    public static ItemSupplement of(List<StoredVector> vectors) {
        return new ItemSupplement(vectors, ItemText.NONE, null);
    }

    public static ItemSupplement of(ItemText text) {
        return new ItemSupplement(List.of(), text, null);
    }

    public static ItemSupplement of(PictureQuality quality) {
        return new ItemSupplement(List.of(), ItemText.NONE, quality);
    }
}
