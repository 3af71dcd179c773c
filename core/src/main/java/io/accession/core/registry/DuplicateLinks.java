package io.accession.core.registry;

/** What to do with items that a dataset already has: leave them, refuse the whole call, or add another row. */
public enum DuplicateLinks {
    SKIP,
    FAIL,
    DUPLICATE
}
