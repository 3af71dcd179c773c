package io.accession.core.search;

/**
 * What changes in the catalogue, for those who keep a picture of it: each change is seen by every reader, after the transaction that made it and in
 * the order of the transactions. A reader keeps its mark together with its picture, and may read anything again.
 */
public interface ChangeFeed {

    FeedState state();

    /** The first changes behind the mark, at most {@code most} of them. */
    FeedBatch read(FeedMark after, int most);

    /** How many changes stand behind the mark, those included that {@link #read} does not give yet; {@code most} when there are that many or more. */
    int countBehind(FeedMark after, int most);
}
