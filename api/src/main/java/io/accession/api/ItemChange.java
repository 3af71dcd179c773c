package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** New values for an item; null leaves what there is. {@code clientMetadata} is an object and replaces the one before. */
public record ItemChange(@Nullable String title, @Nullable JsonNode clientMetadata) {}
