package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** WebP (RFC 9649): lossy, lossless and extended. EXIF comes after the pixels and is looked for only if the header announces it. */
final class WebpFormat implements ImageFormat {

    private static final int LOSSY = BlockReader.name("VP8 ");
    private static final int LOSSLESS = BlockReader.name("VP8L");
    private static final int EXTENDED = BlockReader.name("VP8X");
    private static final int EXIF = BlockReader.name("EXIF");
    private static final int EXIF_FLAG = 0x08;
    private static final int MOST_CHUNKS = 16;

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        int name = in.name(12);
        if (name == LOSSY) {
            return lossy(in, 20);
        }
        if (name == LOSSLESS) {
            return lossless(in, 20);
        }
        if (name == EXTENDED) {
            return extended(in, 20);
        }
        throw BadMediaException.damaged("The WebP does not begin with an image");
    }

    private static ImageHeader lossy(BlockReader in, long at) throws BadMediaException, ObjectUnavailableException {
        boolean keyFrame = (in.u8(at) & 1) == 0;
        if (!keyFrame || in.u8(at + 3) != 0x9D || in.u8(at + 4) != 0x01 || in.u8(at + 5) != 0x2A) {
            throw BadMediaException.damaged("The WebP's frame has no start code");
        }
        return ImageHeader.stored(in.u16(at + 6, false) & 0x3FFF, in.u16(at + 8, false) & 0x3FFF, 1);
    }

    private static ImageHeader lossless(BlockReader in, long at) throws BadMediaException, ObjectUnavailableException {
        if (in.u8(at) != 0x2F) {
            throw BadMediaException.damaged("The WebP's lossless image has no signature");
        }
        long bits = in.u32(at + 1, false);
        return ImageHeader.stored((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, 1);
    }

    private static ImageHeader extended(BlockReader in, long at) throws BadMediaException, ObjectUnavailableException {
        long width = (in.u32(at + 4, false) & 0xFFFFFF) + 1;
        long height = (in.u32(at + 6, false) >> 8) + 1;
        boolean hasExif = (in.u8(at) & EXIF_FLAG) != 0;
        return ImageHeader.stored(width, height, hasExif ? orientation(in) : 1);
    }

    private static int orientation(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        long at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS && in.has(at) && in.has(at + 7); chunk++) {
            long length = in.u32(at + 4, false);
            if (in.name(at) == EXIF) {
                return ExifOrientation.read(in, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return 1;
    }
}
