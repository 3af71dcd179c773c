package io.accession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Which points of a map are wanted.
 *
 * @param filter in the filter language; null for all
 * @param withMembers also those of items that exist as members of groups and series only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointSelection(
        @Nullable JsonNode filter, @Nullable Boolean withMembers) {}
