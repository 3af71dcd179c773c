package io.accession.encoder;

/** Cuts texts into the pieces that a model knows. Safe for use by many threads. */
@FunctionalInterface
interface Pieces {

    /** The numbers of the pieces, in their order. */
    int[] of(String text);
}
