package io.accession.core.registry;

/** How a list is sorted. Equal names come in the order of their making. */
public enum ListOrder {
    NAME,
    NAME_DESCENDING,
    CREATED,
    CREATED_DESCENDING
}
