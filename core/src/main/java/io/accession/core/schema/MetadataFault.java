package io.accession.core.schema;

/**
 * A value that does not fit its key's type.
 *
 * @param pointer where it is in the metadata: a JSON Pointer
 * @param isUsed it could be understood all the same
 */
public record MetadataFault(String pointer, String message, boolean isUsed) {}
