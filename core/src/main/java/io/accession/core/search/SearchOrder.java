package io.accession.core.search;

/** How hits are sorted. What is equal comes in the order of its ids, which is that of its registration. */
public sealed interface SearchOrder {

    /** The best first: by likeness to the anchors where there are any, else by how well the words fit. */
    record Relevance() implements SearchOrder {}

    /** Items without a value come last, whatever the direction. The field is sortable and has one value at most. */
    record ByField(SearchField field, boolean isDescending) implements SearchOrder {}
}
