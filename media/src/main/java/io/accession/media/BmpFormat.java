package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** BMP with the header of OS/2 1.x (12 bytes), OS/2 2.x (16 to 64) or Windows (40 to 124). A negative height means top-down rows. */
final class BmpFormat implements ImageFormat {

    private static final int OS2_HEADER = 12;

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        long headerSize = in.u32(14, false);
        if (headerSize == OS2_HEADER) {
            return ImageHeader.stored(in.u16(18, false), in.u16(20, false), 1);
        }
        if (headerSize < 16) {
            throw BadMediaException.damaged("The BMP header has an impossible length of " + headerSize);
        }
        return ImageHeader.stored(in.s32(18, false), Math.abs((long) in.s32(22, false)), 1);
    }
}
