package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** New values for a folder; null leaves what there is. {@code clientMetadata} is an object and replaces the one before. */
public record FolderChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable JsonNode clientMetadata) {}
