package io.accession.search.compare;

/** Hashes of 64 bits. Their distance is the number of bits that differ. */
public final class HashPoints implements Points {

    private final long[] hashes;

    /** The array is the points' own from now on. */
    public HashPoints(long[] hashes) {
        this.hashes = hashes;
    }

    long hash(int point) {
        return hashes[point];
    }

    @Override
    public int count() {
        return hashes.length;
    }

    @Override
    public double distance(int one, int other) {
        return Long.bitCount(hashes[one] ^ hashes[other]);
    }

    @Override
    public int size() {
        return 1;
    }
}
