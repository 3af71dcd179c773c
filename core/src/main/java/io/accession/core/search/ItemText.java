package io.accession.core.search;

import org.jspecify.annotations.Nullable;

/**
 * What was made of what an item says.
 *
 * @param content of a text or a PDF; null where nothing was read
 * @param problem why nothing could be read, a sentence; null where nobody tried, or it was read
 * @param meaning as the built-in text encoder understands the item; null while nobody knows. The array is not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares vectors
public record ItemText(@Nullable String content, @Nullable String problem, float @Nullable [] meaning) {

    public static final ItemText NONE = new ItemText(null, null, null);
}
