package io.accession.core.plan;

import io.accession.core.domain.MediaFacts;
import org.jspecify.annotations.Nullable;

/**
 * The video that was made of an image sequence and written into the customer's storage.
 *
 * @param facts its size is that of the first frame, though the picture may be padded
 */
public record Rendition(
        String objectUrl, MediaFacts.Video facts, @Nullable String etag) {}
