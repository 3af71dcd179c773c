package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.util.TreeMap;

/**
 * The bytes of a PDF in blocks. Its table of contents is at the end, so the last block is a large one; blocks that follow each other grow
 * from 16 KiB on, a jump starts small again.
 */
final class PdfBytes {

    private static final int END_BLOCK = 64 * 1024;
    private static final int FIRST_BLOCK = 16 * 1024;
    private static final int LARGEST_BLOCK = 512 * 1024;
    /** A block lies in the view and here. */
    private static final int COPIES = 2;

    private final ObjectView object;
    private final long length;
    private final PdfAllowance allowance;
    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    private long lastEnd = -1;
    private int lastSize = FIRST_BLOCK;

    /** A part of the object that is in memory. */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    record Block(long start, byte[] bytes) {

        static final Block NONE = new Block(0, new byte[0]);

        boolean holds(long offset) {
            return offset >= start && offset < start + bytes.length;
        }
    }

    PdfBytes(ObjectView object, long length, PdfAllowance allowance) {
        this.object = object;
        this.length = length;
        this.allowance = allowance;
    }

    long length() {
        return length;
    }

    PdfAllowance allowance() {
        return allowance;
    }

    /** The block around an offset inside the object. */
    Block around(long offset) {
        var known = blocks.floorEntry(offset);
        if (known != null && offset < known.getKey() + known.getValue().length) {
            return new Block(known.getKey(), known.getValue());
        }
        long gap = known == null ? 0 : known.getKey() + known.getValue().length;
        long start = Math.max(start(offset), gap);
        byte[] bytes = read(start, (int) Math.min(size(start), length - start));
        blocks.put(start, bytes);
        lastEnd = start + bytes.length;
        return new Block(start, bytes);
    }

    private long start(long offset) {
        return offset >= length - END_BLOCK ? Math.max(0, length - END_BLOCK) : offset / FIRST_BLOCK * FIRST_BLOCK;
    }

    private int size(long start) {
        if (start >= length - END_BLOCK) {
            return END_BLOCK;
        }
        lastSize = start == lastEnd ? Math.min(2 * lastSize, LARGEST_BLOCK) : FIRST_BLOCK;
        return lastSize;
    }

    /** In pieces, where a part is known already. */
    private byte[] read(long start, int size) {
        allowance.spendMemory((long) COPIES * size);
        byte[] bytes = new byte[size];
        try {
            for (int filled = 0; filled < size; ) {
                byte[] piece = object.read(start + filled, size - filled);
                if (piece.length == 0) {
                    throw new PdfStop(new BadMediaException(
                            FailureCode.OBJECT_TRUNCATED, "The object ends before the size that its storage says"));
                }
                System.arraycopy(piece, 0, bytes, filled, piece.length);
                filled += piece.length;
            }
        } catch (ObjectUnavailableException e) {
            throw new PdfStop(e);
        }
        return bytes;
    }
}
