package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Arrays;

/**
 * Numbers at any place of an object, read in blocks. The first block has 64 KiB: camera pictures carry up to that much in front of their
 * dimensions, and one larger answer is cheaper than a second request. Blocks that follow each other grow; a jump starts small again.
 */
final class BlockReader {

    static final int FIRST_BLOCK = 64 * 1024;
    private static final int LARGEST_BLOCK = 512 * 1024;
    /** No sound header of an image needs more; a hostile one gets no more. */
    private static final int MOST_BLOCKS = 24;

    private final ObjectView object;
    private final int mostBlocks;
    private byte[] block = new byte[0];
    private long start;
    private int blocks;
    private int size = FIRST_BLOCK;

    BlockReader(ObjectView object) {
        this(object, MOST_BLOCKS);
    }

    /** For headers that may be scattered over more places than those of images. */
    BlockReader(ObjectView object, int mostBlocks) {
        this.object = object;
        this.mostBlocks = mostBlocks;
    }

    /** The object's first bytes, at most one block; none if it is empty. */
    byte[] head() throws BadMediaException, ObjectUnavailableException {
        if (start != 0 || block.length == 0) {
            load(0);
        }
        return block;
    }

    /** Whether there is a byte at the offset. */
    boolean has(long offset) throws BadMediaException, ObjectUnavailableException {
        if (!holds(offset)) {
            load(offset);
        }
        return holds(offset);
    }

    /** Of the whole object, as its storage says, or -1; known without a request once anything was read. */
    long objectSize() throws ObjectUnavailableException {
        return object.stat().bytes();
    }

    int u8(long offset) throws BadMediaException, ObjectUnavailableException {
        if (!has(offset)) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED, "The object ends inside its header, before byte " + (offset + 1));
        }
        return block[(int) (offset - start)] & 0xFF;
    }

    /** Up to {@code most} bytes from the offset on; at least one unless the object has ended. */
    byte[] some(long offset, int most) throws BadMediaException, ObjectUnavailableException {
        if (!has(offset)) {
            return new byte[0];
        }
        int from = (int) (offset - start);
        return Arrays.copyOfRange(block, from, from + Math.min(most, block.length - from));
    }

    int u16(long offset, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return (int) number(offset, 2, bigEndian);
    }

    long u32(long offset, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return number(offset, 4, bigEndian);
    }

    int s32(long offset, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return (int) number(offset, 4, bigEndian);
    }

    /** 64 bits that are an offset or a length: more than 63 of them mean damage. */
    long s64(long offset, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        long value = number(offset, 8, bigEndian);
        if (value < 0) {
            throw BadMediaException.damaged("A length or an offset at byte " + offset + " is impossibly large");
        }
        return value;
    }

    /** Four characters that name a chunk or a box, as a big-endian number. */
    int name(long offset) throws BadMediaException, ObjectUnavailableException {
        return s32(offset, true);
    }

    static int name(String fourCharacters) {
        int name = 0;
        for (int i = 0; i < 4; i++) {
            name = (name << 8) | fourCharacters.charAt(i);
        }
        return name;
    }

    private long number(long offset, int bytes, boolean bigEndian)
            throws BadMediaException, ObjectUnavailableException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int shift = 8 * (bigEndian ? bytes - 1 - i : i);
            value |= ((long) u8(offset + i)) << shift;
        }
        return value;
    }

    private boolean holds(long offset) {
        return offset >= start && offset < start + block.length;
    }

    private void load(long offset) throws BadMediaException, ObjectUnavailableException {
        if (++blocks > mostBlocks) {
            throw BadMediaException.damaged("The header is scattered over more than " + mostBlocks + " places");
        }
        boolean goesOn = blocks > 1 && offset == start + block.length;
        size = goesOn ? Math.min(2 * size, LARGEST_BLOCK) : FIRST_BLOCK;
        byte[] loaded = object.read(offset, size);
        byte[] kept = goesOn ? lastOf(block) : new byte[0];
        block = joined(kept, loaded);
        start = offset - kept.length;
    }

    /** Keeps the block before as well: what is read next often lies close to what was read last. Never more than a block, though. */
    private static byte[] lastOf(byte[] block) {
        return Arrays.copyOfRange(block, Math.max(0, block.length - LARGEST_BLOCK), block.length);
    }

    private static byte[] joined(byte[] before, byte[] after) {
        byte[] both = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, both, before.length, after.length);
        return both;
    }
}
