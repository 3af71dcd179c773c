package io.accession.core.search;

import io.accession.core.search.ComparisonAnswer.Group;
import io.accession.core.search.ComparisonAnswer.Placed;

/**
 * Compares items with one another, as the index knows them. Nothing but what is readable is compared. May take long, and answers within bounds of
 * time and number. Safe for use by many threads, each of which is busy until it has its answer.
 */
public interface ItemComparing {

    /** The largest group first; groups of the same size in the order in which their first items were registered. */
    ComparisonAnswer<Group> nearDuplicates(Comparison.NearDuplicates question, ReadableFolders readable);

    /** In the order of picking. */
    ComparisonAnswer<Placed> pick(Comparison.Pick question, ReadableFolders readable);
}
