package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: at what its last hit is sorted by. The next page begins behind it, whatever was added or removed meanwhile.
 *
 * @param value of the field that hits are sorted by; null when the hit has none; the score when they are sorted by relevance
 * @param frame null for an item as a whole
 */
public record SearchPosition(
        @Nullable TypedValue value, ItemId item, @Nullable Long frame) {}
