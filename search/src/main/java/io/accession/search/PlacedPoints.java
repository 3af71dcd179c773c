package io.accession.search;

import io.accession.core.map.MapBounds;
import io.accession.core.map.PackedPoints;
import io.accession.core.map.PackedPoints.Point;
import io.accession.core.map.PointSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The points of one version of a map, by item and frame: a table in which the next free place is taken. A million points take some 70 MB. Safe for use by many
 * threads.
 */
final class PlacedPoints {

    private static final int LEAST = 1 << 10;

    private final int version;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long[] high = new long[LEAST];
    private long[] low = new long[LEAST];
    private int[] frame = new int[LEAST];
    private int[] print = new int[LEAST];
    private float[] x = free(LEAST);
    private float[] y = new float[LEAST];
    private final BitSet landmarks = new BitSet();
    private int count;
    private int lastSet;
    private int placedSets;
    private volatile int revision;
    private volatile int movedRevision;

    PlacedPoints(int version) {
        this.version = version;
    }

    private static float[] free(int size) {
        var places = new float[size];
        Arrays.fill(places, Float.NaN);
        return places;
    }

    int version() {
        return version;
    }

    /** Grows with all that is added. */
    int revision() {
        return revision;
    }

    /** The last revision in which a point that was there was placed elsewhere. */
    int movedRevision() {
        return movedRevision;
    }

    /** The number of the last set that was added. */
    int lastSet() {
        return lastSet;
    }

    /** How many sets of points there are that the map was not fitted to, as they are kept. */
    int placedSets() {
        return placedSets;
    }

    int count() {
        return count;
    }

    void add(List<PointSet> sets) {
        lock.writeLock().lock();
        try {
            int next = revision + 1;
            for (var set : sets) {
                var points = PackedPoints.of(set.content());
                while (points.hasNext()) {
                    if (put(points.next(), set.content().areLandmarks())) {
                        movedRevision = next;
                    }
                }
                lastSet = set.number();
                placedSets += set.content().areLandmarks() ? 0 : 1;
            }
            revision = next;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Sets are put together: those that come from now on are the only ones that are kept. */
    void forgetSets() {
        placedSets = 0;
    }

    /** The points that the map was not fitted to, so many to a set. */
    List<PointSet.Content> placed(int most) {
        var sets = new ArrayList<PointSet.Content>();
        var set = PackedPoints.of(most);
        for (int slot = 0; slot < x.length; slot++) {
            if (!Float.isNaN(x[slot]) && !landmarks.get(slot)) {
                set.add(point(slot));
                if (set.count() == most) {
                    sets.add(set.content(false));
                    set = PackedPoints.of(most);
                }
            }
        }
        if (set.count() > 0) {
            sets.add(set.content(false));
        }
        return sets;
    }

    /** Of the points that there are; there has to be one. */
    MapBounds bounds() {
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int slot = 0; slot < x.length; slot++) {
            if (!Float.isNaN(x[slot])) {
                minX = Math.min(minX, x[slot]);
                minY = Math.min(minY, y[slot]);
                maxX = Math.max(maxX, x[slot]);
                maxY = Math.max(maxY, y[slot]);
            }
        }
        return new MapBounds(minX, minY, maxX, maxY);
    }

    /** True when a point that was there has another place now. */
    private boolean put(Point point, boolean isLandmark) {
        if (2 * (count + 1) > x.length) {
            grow();
        }
        int slot = slot(point.high(), point.low(), point.frame());
        boolean isNew = Float.isNaN(x[slot]);
        boolean hasMoved = !isNew && (x[slot] != point.x() || y[slot] != point.y());
        count += isNew ? 1 : 0;
        set(slot, point, isLandmark);
        return hasMoved;
    }

    private void set(int slot, Point point, boolean isLandmark) {
        high[slot] = point.high();
        low[slot] = point.low();
        frame[slot] = point.frame();
        print[slot] = point.print();
        x[slot] = point.x();
        y[slot] = point.y();
        landmarks.set(slot, isLandmark);
    }

    private void grow() {
        var before = new PlacedPoints(version);
        before.take(this);
        int size = 2 * x.length;
        high = new long[size];
        low = new long[size];
        frame = new int[size];
        print = new int[size];
        x = free(size);
        y = new float[size];
        landmarks.clear();
        for (int slot = 0; slot < before.x.length; slot++) {
            if (!Float.isNaN(before.x[slot])) {
                var point = before.point(slot);
                set(slot(point.high(), point.low(), point.frame()), point, before.landmarks.get(slot));
            }
        }
    }

    private void take(PlacedPoints other) {
        high = other.high;
        low = other.low;
        frame = other.frame;
        print = other.print;
        x = other.x;
        y = other.y;
        landmarks.or(other.landmarks);
    }

    private Point point(int slot) {
        return new Point(high[slot], low[slot], frame[slot], print[slot], x[slot], y[slot]);
    }

    /** Where a point is, or would be. */
    private int slot(long itemHigh, long itemLow, int itemFrame) {
        int mask = x.length - 1;
        int slot = (int) Mixing.mix(itemHigh ^ Mixing.mix(itemLow ^ itemFrame)) & mask;
        while (!Float.isNaN(x[slot]) && (high[slot] != itemHigh || low[slot] != itemLow || frame[slot] != itemFrame)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** To be closed: as long as it is open nothing is added. For one thread. */
    Look look() {
        lock.readLock().lock();
        return new Look();
    }

    /** Looks points up, one after the other. */
    final class Look implements AutoCloseable {

        private int slot;

        private Look() {}

        /** Whether the point is there; the other methods tell of it. */
        boolean at(long itemHigh, long itemLow, int itemFrame) {
            slot = slot(itemHigh, itemLow, itemFrame);
            return !Float.isNaN(x[slot]);
        }

        float x() {
            return x[slot];
        }

        float y() {
            return y[slot];
        }

        int print() {
            return print[slot];
        }

        boolean isLandmark() {
            return landmarks.get(slot);
        }

        @Override
        public void close() {
            lock.readLock().unlock();
        }
    }
}
