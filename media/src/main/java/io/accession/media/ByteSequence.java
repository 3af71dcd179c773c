package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;

/** The bytes of a header, one after the other: as they are stored, or inflated on the way. */
sealed interface ByteSequence permits StoredBytes, InflatedBytes {

    /** How many bytes were taken or skipped, counted from where the sequence began or from the object's beginning. */
    long position();

    boolean hasEnded() throws BadMediaException, ObjectUnavailableException;

    /** So many bytes, which must be there. The length is the caller's promise to bound memory. */
    byte[] take(int length) throws BadMediaException, ObjectUnavailableException;

    /** Goes on behind so many bytes, which must be there. */
    void skip(long length) throws BadMediaException, ObjectUnavailableException;

    default int u16(boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return (int) number(2, bigEndian);
    }

    default long u32(boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return number(4, bigEndian);
    }

    private long number(int length, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return LittleAndBig.number(take(length), 0, length, bigEndian);
    }

    static BadMediaException ended(long position) {
        return new BadMediaException(
                FailureCode.OBJECT_TRUNCATED, "The object ends inside its header, before byte " + (position + 1));
    }
}
