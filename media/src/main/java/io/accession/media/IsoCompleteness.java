package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;

/**
 * Whether an MP4 or QuickTime file is all there: its first top-level boxes must end inside the object. Demuxers read a file that was cut in
 * its media data without complaint, and labels would then count frames that are not there.
 */
final class IsoCompleteness {

    /** Whole files have a handful; fragmented ones have thousands, of which the first ones must do. */
    private static final int MOST_BOXES = 12;

    private IsoCompleteness() {}

    static void require(BlockReader in, long bytes) throws BadMediaException, ObjectUnavailableException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES && at + 16 <= bytes; i++) {
            long size = in.u32(at, true);
            long length = size == 1 ? in.s64(at + 8, true) : size;
            boolean lastOrNoBox = length < 8;
            if (lastOrNoBox) {
                return;
            }
            if (length > bytes - at) {
                throw new BadMediaException(
                        FailureCode.OBJECT_TRUNCATED,
                        "The object ends at byte " + bytes + ", inside a part that begins at byte " + at + " and has "
                                + length + " bytes");
            }
            at += length;
        }
    }
}
