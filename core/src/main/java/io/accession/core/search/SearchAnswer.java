package io.accession.core.search;

import java.time.Duration;

/** What came of a search. */
public sealed interface SearchAnswer {

    record Found(SearchHits hits) implements SearchAnswer {}

    /** Why nothing came of it. */
    sealed interface Refusal extends SearchAnswer {}

    /** It did not end within its time; a narrower one may. */
    record TookTooLong(Duration limit) implements Refusal {}

    /** It asks for more than the index does at once; {@code cure} is a sentence. */
    record TooExpensive(String cure) implements Refusal {}

    /** The asker may not read the anchor, or it has no such embedding. */
    record AnchorMissing(Similar.Anchor anchor) implements Refusal {}

    /** What is like one anchor is as unlike another: together they point nowhere. */
    record AnchorsCancel() implements Refusal {}

    /** The filter names an area of a map that is not the present one. {@code version} is the present one; 0 when there is none. */
    record MapChanged(SearchField field, int version) implements Refusal {}

    /** The index is being built for the first time. Trying again will help; {@code progress} is a sentence. */
    record NotReady(String progress) implements Refusal {}
}
