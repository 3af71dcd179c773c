package io.accession.search;

/** Numbers that look like chance but are always the same (the finalizer of MurmurHash3). */
final class Mixing {

    private Mixing() {}

    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
