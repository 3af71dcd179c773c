package io.accession.api;

/** How many vectors that had come in bulk are gone. */
public record EmbeddingRemoval(long removed) {}
