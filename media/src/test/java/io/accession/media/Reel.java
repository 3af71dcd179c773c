package io.accession.media;

import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.render.Frames;
import io.accession.testkit.MemoryStore;
import java.util.ArrayList;
import java.util.List;

/** Frames that lie in memory. */
final class Reel implements Frames {

    private final MemoryStore store = new MemoryStore();
    private final List<ObjectLocation> locations = new ArrayList<>();
    private int opened;

    static Reel of(byte[]... pictures) {
        var reel = new Reel();
        for (var picture : pictures) {
            reel.add(picture);
        }
        return reel;
    }

    Reel add(byte[] picture) {
        locations.add(store.holds("b", "frame-" + locations.size(), picture));
        return this;
    }

    /** A frame that is not there. */
    Reel addMissing() {
        locations.add(MemoryStore.location("b", "missing"));
        return this;
    }

    int opened() {
        return opened;
    }

    @Override
    public int count() {
        return locations.size();
    }

    @Override
    public synchronized ObjectView open(int index) {
        opened++;
        return StoredObjectView.passing(store, locations.get(index), ReadBudget.forRendering(), 1 << 20);
    }

    @Override
    public boolean areWanted() {
        return true;
    }
}
