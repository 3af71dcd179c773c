package io.accession.core.search;

/** Where items are found. It follows the catalogue and may be behind by moments. Safe for use by many threads. */
public interface SearchIndex {

    /**
     * Hits, counts, facets and neighbours are those of what is readable. Members of composites are items like all others. No anchor is a text any more.
     */
    SearchAnswer search(SearchRequest request, ReadableFolders readable);
}
