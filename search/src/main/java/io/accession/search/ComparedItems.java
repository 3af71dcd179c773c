package io.accession.search;

import io.accession.core.domain.ItemId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;

/** The items that have what they are compared by, in the order of their registration. */
final class ComparedItems {

    /** So many are kept; more are counted only. */
    static final int MOST = 200_000;

    private final List<Entry> entries = new ArrayList<>();
    private long count;

    /**
     * An item.
     *
     * @param segment its place in the index
     * @param value a hash, or the number of a vector within the segment
     */
    record Entry(ItemId item, int segment, long value) {}

    /** The values of a segment's documents. */
    private record Values(DocIdSetIterator documents, Value ofDocument) {}

    @FunctionalInterface
    private interface Value {
        long read() throws IOException;
    }

    @FunctionalInterface
    private interface Opening {
        Optional<Values> open(LeafReader segment) throws IOException;
    }

    private ComparedItems() {}

    static ComparedItems withHashes(Matches matches, Deadline deadline) throws IOException {
        return of(
                matches,
                deadline,
                segment -> Optional.ofNullable(segment.getNumericDocValues(FieldNames.HASH))
                        .map(hashes -> new Values(hashes, hashes::longValue)));
    }

    static ComparedItems withVectors(Matches matches, String field, Deadline deadline) throws IOException {
        return of(matches, deadline, segment -> {
            var vectors = segment.getFloatVectorValues(field);
            if (vectors == null) {
                return Optional.empty();
            }
            var having = vectors.iterator();
            return Optional.of(new Values(having, having::index));
        });
    }

    private static ComparedItems of(Matches matches, Deadline deadline, Opening opening) throws IOException {
        var items = new ComparedItems();
        for (var leaf : matches.leaves()) {
            var values = opening.open(leaf.segment().reader());
            if (values.isPresent() && leaf.count() > 0) {
                items.add(leaf, values.get());
            }
            deadline.check();
        }
        items.entries.sort(Comparator.comparing(Entry::item, ItemId.BY_BYTES));
        return items;
    }

    private void add(Matches.Leaf leaf, Values values) throws IOException {
        var reader = leaf.segment().reader();
        var high = reader.getNumericDocValues(FieldNames.ID_HIGH);
        var low = reader.getNumericDocValues(FieldNames.ID_LOW);
        var having = values.documents();
        var passing = new BitSetIterator(leaf.documents(), leaf.count());
        int document = passing.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int next = having.docID() < document ? having.advance(document) : having.docID();
            if (next == document) {
                add(new Entry(
                        item(high, low, document),
                        leaf.segment().ord,
                        values.ofDocument().read()));
                document = passing.nextDoc();
            } else {
                document = next == DocIdSetIterator.NO_MORE_DOCS ? next : passing.advance(next);
            }
        }
    }

    private static ItemId item(NumericDocValues high, NumericDocValues low, int document) throws IOException {
        high.advanceExact(document);
        low.advanceExact(document);
        return new ItemId(new UUID(Encoding.half(high.longValue()), Encoding.half(low.longValue())));
    }

    private void add(Entry entry) {
        count++;
        if (entries.size() < MOST) {
            entries.add(entry);
        }
    }

    /** How many there are, those beyond {@link #MOST} included. */
    long count() {
        return count;
    }

    List<Entry> entries() {
        return entries;
    }

    ItemId item(int number) {
        return entries.get(number).item();
    }

    long[] hashes() {
        return entries.stream().mapToLong(Entry::value).toArray();
    }
}
