package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** What comes in front of the deflated bytes of a gzip file (RFC 1952). */
final class GzipHeader {

    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int DEFLATE = 8;
    private static final int LONGEST_TEXT = 32 * 1024;

    private GzipHeader() {}

    static long length(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        if (in.u8(2) != DEFLATE) {
            throw BadMediaException.damaged("The gzip file has an unknown method of compression");
        }
        int flags = in.u8(3);
        long length = 10;
        if ((flags & EXTRA) != 0) {
            length += 2 + in.u16(length, false);
        }
        if ((flags & NAME) != 0) {
            length = behindText(in, length);
        }
        if ((flags & COMMENT) != 0) {
            length = behindText(in, length);
        }
        return (flags & CHECKSUM) == 0 ? length : length + 2;
    }

    private static long behindText(BlockReader in, long start) throws BadMediaException, ObjectUnavailableException {
        for (long at = start; at < start + LONGEST_TEXT; at++) {
            if (in.u8(at) == 0) {
                return at + 1;
            }
        }
        throw BadMediaException.damaged("The gzip file has an endless name");
    }
}
