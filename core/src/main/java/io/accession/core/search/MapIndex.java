package io.accession.core.search;

/** Where the points of maps are found. Safe for use by many threads. */
public interface MapIndex {

    /**
     * Where the vectors of a field lie whose items pass the filter. Those whose place is not known yet are left out; there are none as long as there is no
     * map.
     */
    PointsAnswer points(SearchField field, Filter filter, ReadableFolders readable);

    /** How many there are, whatever their items are. */
    long count(SearchField field, ReadableFolders readable);
}
