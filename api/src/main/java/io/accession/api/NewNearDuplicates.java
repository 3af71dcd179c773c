package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Among what and by what to look for near duplicates. What is null is left out.
 *
 * @param filter in the filter language; null for everything
 * @param by an embedding, such as {@code metadata.look}, or {@code pixels}
 * @param threshold the greatest distance: in bits by {@code pixels}, 1 minus the cosine by an embedding; null for the usual one
 * @param withMembers also items that exist as members of groups and series only
 * @param limit groups of a page, up to 1,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewNearDuplicates(
        @Nullable JsonNode filter,
        String by,
        @Nullable Double threshold,
        @Nullable Boolean withMembers,
        @Nullable Integer limit,
        @Nullable String pageToken) {

    /** The same question, another page of its answer. */
    public NewNearDuplicates page(@Nullable String token, @Nullable Integer most) {
        return new NewNearDuplicates(filter, by, threshold, withMembers, most, token);
    }
}
