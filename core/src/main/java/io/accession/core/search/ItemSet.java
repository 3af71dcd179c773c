package io.accession.core.search;

import io.accession.core.domain.ItemId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Items by their ids, in sixteen bytes each: for sets of a million. Two are equal when they hold the same. */
public final class ItemSet {

    private final long[] high;
    private final long[] low;

    private ItemSet(long[] high, long[] low) {
        this.high = high;
        this.low = low;
    }

    public static ItemSet of(Collection<ItemId> items) {
        return ofSorted(
                items.stream()
                        .map(ItemId::value)
                        .distinct()
                        .sorted(ItemSet::compare)
                        .iterator(),
                items.size());
    }

    /**
     * Of ids that come in the order of their bytes, as PostgreSQL sorts them, each once.
     *
     * @param expected about how many there are
     * @throws IllegalArgumentException when they come in another order
     */
    public static ItemSet ofSorted(Iterator<UUID> ids, int expected) {
        var high = new long[expected];
        var low = new long[expected];
        int count = 0;
        while (ids.hasNext()) {
            var id = ids.next();
            if (count == high.length) {
                high = Arrays.copyOf(high, 2 * count + 16);
                low = Arrays.copyOf(low, 2 * count + 16);
            }
            high[count] = id.getMostSignificantBits();
            low[count] = id.getLeastSignificantBits();
            if (count > 0 && compare(high[count - 1], low[count - 1], high[count], low[count]) >= 0) {
                throw new IllegalArgumentException("ids in another order than that of their bytes");
            }
            count++;
        }
        return new ItemSet(Arrays.copyOf(high, count), Arrays.copyOf(low, count));
    }

    private static int compare(UUID one, UUID other) {
        return compare(
                one.getMostSignificantBits(),
                one.getLeastSignificantBits(),
                other.getMostSignificantBits(),
                other.getLeastSignificantBits());
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh == 0 ? Long.compareUnsigned(low, otherLow) : byHigh;
    }

    public int size() {
        return high.length;
    }

    public boolean contains(ItemId item) {
        return contains(item.value().getMostSignificantBits(), item.value().getLeastSignificantBits());
    }

    /** Of an item whose id has these halves. */
    public boolean contains(long idHigh, long idLow) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = compare(high[middle], low[middle], idHigh, idLow);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    public Stream<ItemId> stream() {
        return IntStream.range(0, high.length).mapToObj(i -> new ItemId(new UUID(high[i], low[i])));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemSet set && Arrays.equals(high, set.high) && Arrays.equals(low, set.low);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(high) + Arrays.hashCode(low);
    }

    @Override
    public String toString() {
        return high.length + " items";
    }
}
