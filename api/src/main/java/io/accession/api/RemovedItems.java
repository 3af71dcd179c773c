package io.accession.api;

/** How many items are gone, members included. */
public record RemovedItems(int removed) {}
