package io.accession.core.receive;

import io.accession.core.object.IdentityHash;
import java.util.Arrays;

/**
 * Which identities a manifest has named so far, in primitive arrays: about 48 MB for a million. Open addressing; the hashes come from
 * SHA-256, so their bits need no more mixing and outsiders cannot make them collide.
 */
final class RepeatedEntries {

    private static final int FREE = -1;

    private long[] highs = new long[1 << 10];
    private long[] lows = new long[1 << 10];
    private int[] ordinals = filled(1 << 10);
    private int[] contents = new int[1 << 10];
    private int size;

    /** What an identity's first entry was: its ordinal and the checksum of what it said. */
    record First(int ordinal, int content) {}

    /** The first entry with this identity, which is the given one if the identity is new. */
    First add(IdentityHash identity, int ordinal, int content) {
        if (size * 2 > ordinals.length) {
            grow();
        }
        int place = place(identity.high(), identity.low());
        if (ordinals[place] == FREE) {
            put(place, identity.high(), identity.low(), ordinal, content);
            size++;
        }
        return new First(ordinals[place], contents[place]);
    }

    private int place(long high, long low) {
        int place = (int) high & (ordinals.length - 1);
        while (ordinals[place] != FREE && (highs[place] != high || lows[place] != low)) {
            place = (place + 1) & (ordinals.length - 1);
        }
        return place;
    }

    private void put(int place, long high, long low, int ordinal, int content) {
        highs[place] = high;
        lows[place] = low;
        ordinals[place] = ordinal;
        contents[place] = content;
    }

    private void grow() {
        var oldHighs = highs;
        var oldLows = lows;
        var oldOrdinals = ordinals;
        var oldContents = contents;
        int capacity = ordinals.length * 2;
        highs = new long[capacity];
        lows = new long[capacity];
        ordinals = filled(capacity);
        contents = new int[capacity];
        for (int i = 0; i < oldOrdinals.length; i++) {
            if (oldOrdinals[i] != FREE) {
                put(place(oldHighs[i], oldLows[i]), oldHighs[i], oldLows[i], oldOrdinals[i], oldContents[i]);
            }
        }
    }

    private static int[] filled(int capacity) {
        var ordinals = new int[capacity];
        Arrays.fill(ordinals, FREE);
        return ordinals;
    }
}
