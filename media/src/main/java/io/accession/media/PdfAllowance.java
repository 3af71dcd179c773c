package io.accession.media;

import java.util.concurrent.Semaphore;

/**
 * How much work one PDF may make, and how much memory fill, since a small file can describe a huge one. What is beyond a modest share is
 * granted to one PDF at a time, so that many at once stay within the memory that one may fill.
 */
final class PdfAllowance implements AutoCloseable {

    /** Bytes handed to the parser, repetitions included: a few seconds. */
    private static final long MOST_WORK = 128 << 20;
    /** A million objects, and more than any page tree needs. */
    private static final long MOST_MEMORY = 192 << 20;
    /** Some thirty thousand objects. */
    private static final long MODEST_MEMORY = 4 << 20;

    private final Semaphore largeOnes;
    private long work;
    private long memory;
    private boolean isLarge;

    /** {@code largeOnes} has one permit, shared by all PDFs. */
    PdfAllowance(Semaphore largeOnes) {
        this.largeOnes = largeOnes;
    }

    void spendWork(long bytes) {
        work += bytes;
        if (work > MOST_WORK) {
            throw new PdfStop(BadMediaException.damaged("Reading the PDF leads to the same places over and over"));
        }
    }

    /** Bytes of heap, as an estimate. May wait for another large PDF. */
    void spendMemory(long bytes) {
        memory += bytes;
        if (memory > MOST_MEMORY) {
            throw PdfStop.tooLarge("The PDF has more objects than can be looked through");
        }
        if (memory > MODEST_MEMORY && !isLarge) {
            largeOnes.acquireUninterruptibly();
            isLarge = true;
        }
    }

    @Override
    public void close() {
        if (isLarge) {
            largeOnes.release();
            isLarge = false;
        }
    }
}
