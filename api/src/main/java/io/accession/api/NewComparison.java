package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Which items to compare, by what, and how many to pick. What is null is left out.
 *
 * @param filter in the filter language; null for everything
 * @param by an embedding, such as {@code metadata.look}, or {@code pixels}
 * @param count up to 1,000
 * @param withMembers also items that exist as members of groups and series only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewComparison(
        @Nullable JsonNode filter,
        String by,
        @Nullable Integer count,
        @Nullable Boolean withMembers) {}
