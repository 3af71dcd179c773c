package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. What is null is left out.
 *
 * @param filter in the filter language; null for everything
 * @param similar anchors whose like is wanted
 * @param frames a filter for frames: those that pass are the hits, of the items that pass {@code filter}; null to find items
 * @param sort null: by relevance where words or the like of something are looked for, otherwise the newest first
 * @param withMembers also items that exist as members of groups and series only
 * @param limit of a page, up to 1,000; 0 for counts only
 * @param offset how many hits are passed over; not with {@code pageToken}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewSearch(
        @Nullable JsonNode filter,
        @Nullable JsonNode similar,
        @Nullable JsonNode frames,
        @Nullable Sort sort,
        @Nullable List<Facet> facets,
        @Nullable Boolean withMembers,
        @Nullable Integer limit,
        @Nullable String pageToken,
        @Nullable Integer offset) {

    public NewSearch {
        facets = facets == null ? null : List.copyOf(facets);
    }

    /** One that finds items. */
    public NewSearch(
            @Nullable JsonNode filter,
            @Nullable JsonNode similar,
            @Nullable Sort sort,
            @Nullable List<Facet> facets,
            @Nullable Boolean withMembers,
            @Nullable Integer limit,
            @Nullable String pageToken) {
        this(filter, similar, null, sort, facets, withMembers, limit, pageToken, null);
    }

    /** Everything, the newest first. */
    public static NewSearch everything() {
        return new NewSearch(null, null, null, null, null, null, null);
    }

    /** The same search, another page of it. */
    public NewSearch page(@Nullable String token, @Nullable Integer most) {
        return new NewSearch(filter, similar, frames, sort, facets, withMembers, most, token, null);
    }

    /** The same search, the page that begins with the hit of that number, counted from 0. */
    public NewSearch from(int hit, @Nullable Integer most) {
        return new NewSearch(filter, similar, frames, sort, facets, withMembers, most, null, hit);
    }

    public record Sort(String field, boolean descending) {}

    /** {@code most} values, or {@code buckets} of a number or a datetime. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facet(
            String field, @Nullable Integer most, @Nullable Integer buckets) {}
}
