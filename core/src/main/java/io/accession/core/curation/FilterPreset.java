package io.accession.core.curation;

import java.time.Instant;
import java.util.UUID;

/**
 * Filters with a name, for the whole organisation.
 *
 * @param definition a JSON object: as the Encord SDK writes it, or {@code {"filter": …}} in our own filter language
 */
public record FilterPreset(
        UUID id, String name, String description, String definition, Instant createdAt, Instant editedAt) {}
