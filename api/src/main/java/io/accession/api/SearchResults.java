package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, and counts of all pages.
 *
 * @param precision {@code exact}, or {@code estimated} when a few of the nearest may be missing
 * @param facets in the order of the request
 * @param nextPageToken null at the end
 */
public record SearchResults(
        List<Hit> results,
        long total,
        String precision,
        List<FacetCounts> facets,
        @Nullable String nextPageToken) {

    public SearchResults {
        results = List.copyOf(results);
        facets = List.copyOf(facets);
    }

    /**
     * An item, or a frame of one.
     *
     * @param frame null for the item as a whole
     * @param score comparable within one search only
     */
    public record Hit(
            UUID id,
            UUID folderId,
            String kind,
            String title,
            @Nullable String objectUrl,
            @Nullable MediaDescription media,
            List<String> warnings,
            Instant createdAt,
            @Nullable Long frame,
            double score) {

        public Hit {
            warnings = List.copyOf(warnings);
        }
    }

    public record Term(JsonNode value, long count) {}

    /** {@code from} is in the bucket, {@code to} only in the last one. */
    public record Bucket(JsonNode from, JsonNode to, long count) {}
}
