package io.accession.core.search;

import io.accession.core.domain.ItemId;
import java.util.List;

/**
 * What is like the anchors, by cosine of the embeddings of a field. Only items (or frames) that pass the filter and have the embedding are
 * neighbours; the anchors are none.
 *
 * @param field an embedding
 * @param unlike what neighbours should be far from
 * @param most how many neighbours there are at most; facets and counts are theirs
 */
public record Similar(SearchField field, List<Anchor> like, List<Anchor> unlike, int most) {

    public static final int MOST = 10_000;

    public Similar {
        like = List.copyOf(like);
        unlike = List.copyOf(unlike);
        if (field.kind() != ValueKind.EMBEDDING) {
            throw new IllegalArgumentException("the field '" + field.name() + "' is no embedding");
        }
        if (like.isEmpty() && unlike.isEmpty()) {
            throw new IllegalArgumentException("an anchor is needed");
        }
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("there are 1 to " + MOST + " neighbours, not " + most);
        }
    }

    /** Where a vector comes from. Items and frames have to be readable for the asker and have the embedding. */
    public sealed interface Anchor {

        record OfItem(ItemId item) implements Anchor {}

        /** {@code frame} counts from 0. */
        record OfFrame(ItemId item, long frame) implements Anchor {}

        /** As many finite numbers as the embedding has, not all zero. The array is the anchor's own: do not change it. */
        @SuppressWarnings("ArrayRecordComponent") // nobody compares vectors
        record Given(float[] vector) implements Anchor {}

        /** What the field's text encoder makes of it. An index is given vectors instead ({@link TextAnchors}). */
        record OfText(String text) implements Anchor {}
    }
}
