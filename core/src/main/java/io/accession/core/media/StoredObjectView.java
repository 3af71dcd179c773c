package io.accession.core.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A view of an object in a store. Keeps every block that was read, so its memory is bounded by the budget's bytes; one that is {@link
 * #passing} keeps the last few, for objects that are read from one end to the other. One call makes at
 * most one request, and one attempt of it: retrying is the caller's business, and a call that failed can be made again.
 */
public final class StoredObjectView implements ObjectView {

    private final ObjectStore store;
    private final ObjectLocation location;
    private final ReadBudget budget;
    private final long keptAtMost;
    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    private @Nullable ObjectStat stat;
    private int requests;
    private long bytesRead;
    private long keptBytes;

    public StoredObjectView(ObjectStore store, ObjectLocation location, ReadBudget budget) {
        this(store, location, budget, budget.bytes());
    }

    private StoredObjectView(ObjectStore store, ObjectLocation location, ReadBudget budget, long keptAtMost) {
        this.store = store;
        this.location = location;
        this.budget = budget;
        this.keptAtMost = keptAtMost;
    }

    /** A view that keeps about {@code keptBytes}, and forgets what lies before. */
    public static StoredObjectView passing(
            ObjectStore store, ObjectLocation location, ReadBudget budget, long keptBytes) {
        return new StoredObjectView(store, location, budget, keptBytes);
    }

    @Override
    public ObjectStat stat() throws ObjectUnavailableException {
        var known = stat;
        if (known != null) {
            return known;
        }
        countRequest();
        return agreed(store.stat(location));
    }

    @Override
    public byte[] read(long offset, int length) throws ObjectUnavailableException {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("cannot read " + length + " bytes at " + offset);
        }
        var block = blocks.floorEntry(offset);
        if (block != null && offset < block.getKey() + block.getValue().length) {
            int from = (int) (offset - block.getKey());
            return Arrays.copyOfRange(
                    block.getValue(), from, (int) Math.min(block.getValue().length, (long) from + length));
        }
        return hasEnded(offset) ? new byte[0] : fetch(offset, (int) Math.min(length, gapAfter(offset)));
    }

    private byte[] fetch(long offset, int length) throws ObjectUnavailableException {
        countRequest();
        long left = budget.bytes() - bytesRead;
        if (left <= 0) {
            throw spent("more than " + budget.bytes() + " bytes");
        }
        var answer = store.read(location, offset, (int) Math.min(length, left));
        agreed(answer.stat());
        byte[] bytes = answer.bytes();
        bytesRead += bytes.length;
        if (bytes.length == 0) {
            return bytes;
        }
        blocks.put(offset, bytes);
        keptBytes += bytes.length;
        forgetBefore(offset);
        return bytes.clone();
    }

    private void forgetBefore(long offset) {
        while (keptBytes > keptAtMost && blocks.firstKey() < offset) {
            keptBytes -= blocks.pollFirstEntry().getValue().length;
        }
    }

    /** How far the next block that is already here lies behind the offset. */
    private long gapAfter(long offset) {
        var next = blocks.higherKey(offset);
        return next == null ? Long.MAX_VALUE : next - offset;
    }

    private boolean hasEnded(long offset) {
        var known = stat;
        return known != null && known.bytes() >= 0 && offset >= known.bytes();
    }

    private void countRequest() throws ObjectUnavailableException {
        if (requests >= budget.requests()) {
            throw spent("more than " + budget.requests() + " requests");
        }
        requests++;
    }

    private static ObjectUnavailableException spent(String what) {
        return new ObjectUnavailableException(
                FailureCode.OBJECT_TOO_LARGE, "Finding out what the object is would take " + what);
    }

    /** The stat of the first answer stands; what a later answer says must not contradict it. */
    private ObjectStat agreed(ObjectStat told) throws ObjectUnavailableException {
        var known = stat;
        if (known == null) {
            stat = told;
            return told;
        }
        boolean sameEtag = known.etag() == null || told.etag() == null || Objects.equals(known.etag(), told.etag());
        boolean sameSize = known.bytes() < 0 || told.bytes() < 0 || known.bytes() == told.bytes();
        if (!sameEtag || !sameSize) {
            throw new ObjectUnavailableException(
                    FailureCode.OBJECT_CHANGED, "The object changed while it was being read");
        }
        return known;
    }

    /** Without the query that the key of a web object may end with. */
    @Override
    public String name() {
        var path = location.key().split("\\?", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }
}
