package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** The bytes of an object as they are stored. What is skipped is not read. */
final class StoredBytes implements ByteSequence {

    private final BlockReader in;
    private final long end;
    private long position;

    /** {@code end} is the object's size. */
    StoredBytes(BlockReader in, long position, long end) {
        this.in = in;
        this.position = position;
        this.end = end;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean hasEnded() {
        return position >= end;
    }

    @Override
    public byte[] take(int length) throws BadMediaException, ObjectUnavailableException {
        if (length > end - position) {
            throw ByteSequence.ended(end);
        }
        byte[] taken = new byte[length];
        for (int filled = 0; filled < length; ) {
            byte[] some = in.some(position + filled, length - filled);
            if (some.length == 0) {
                throw ByteSequence.ended(position + filled);
            }
            System.arraycopy(some, 0, taken, filled, some.length);
            filled += some.length;
        }
        position += length;
        return taken;
    }

    @Override
    public void skip(long length) throws BadMediaException {
        if (length > end - position) {
            throw ByteSequence.ended(end);
        }
        position += length;
    }
}
