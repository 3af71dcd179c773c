package io.accession.core.render;

import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.work.RenewedLease;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Pictures in a store, and what reading them costs. */
final class StoredFrames implements Frames {

    private static final long KEPT_BYTES = 2 << 20;

    private final ObjectStore store;
    private final List<ObjectLocation> locations;
    private final RenewedLease lease;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();

    StoredFrames(ObjectStore store, List<ObjectLocation> locations, RenewedLease lease) {
        this.store = store;
        this.locations = List.copyOf(locations);
        this.lease = lease;
    }

    @Override
    public int count() {
        return locations.size();
    }

    @Override
    public ObjectView open(int index) {
        return new CountedView(
                StoredObjectView.passing(store, locations.get(index), ReadBudget.forRendering(), KEPT_BYTES));
    }

    @Override
    public boolean areWanted() {
        return !lease.isLost();
    }

    long requests() {
        return requests.get();
    }

    long bytesRead() {
        return bytesRead.get();
    }

    /** Adds what each call costs to the frames' cost. */
    private final class CountedView implements ObjectView {

        private final ObjectView view;

        private CountedView(ObjectView view) {
            this.view = view;
        }

        @Override
        public ObjectStat stat() throws ObjectUnavailableException {
            int before = view.requests();
            try {
                return view.stat();
            } finally {
                requests.addAndGet(view.requests() - before);
            }
        }

        @Override
        public byte[] read(long offset, int length) throws ObjectUnavailableException {
            int requestsBefore = view.requests();
            long bytesBefore = view.bytesRead();
            try {
                return view.read(offset, length);
            } finally {
                requests.addAndGet(view.requests() - requestsBefore);
                bytesRead.addAndGet(view.bytesRead() - bytesBefore);
            }
        }

        @Override
        public int requests() {
            return view.requests();
        }

        @Override
        public long bytesRead() {
            return view.bytesRead();
        }
    }
}
