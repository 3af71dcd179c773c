package io.accession.core.registry;

/** New client metadata for an item. {@code value} is a JSON object. */
public record MetadataChange(MetadataMode mode, String value) {}
