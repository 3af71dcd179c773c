package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/**
 * JPEG (ITU-T T.81): segments up to the first frame header. Segments are skipped by their length, so thumbnails inside them are never seen,
 * and large ones cost no bytes.
 */
final class JpegFormat implements ImageFormat {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APPLICATION_1 = 0xE1;
    private static final int EXIF = BlockReader.name("Exif");
    /** Decoders resynchronise over stray bytes between segments; so do we, but not over a whole file. */
    private static final int MOST_STRAY_BYTES = 64 * 1024;

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        int orientation = 0;
        long at = 2;
        while (true) {
            at = nextMarker(in, at);
            int marker = in.u8(at);
            at++;
            if (standsAlone(marker)) {
                continue;
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                throw BadMediaException.damaged("The JPEG has no frame header");
            }
            int length = in.u16(at, true);
            if (length < 2) {
                throw BadMediaException.damaged("A JPEG segment at byte " + at + " has an impossible length");
            }
            if (isFrame(marker)) {
                return ImageHeader.stored(in.u16(at + 5, true), in.u16(at + 3, true), orientation);
            }
            if (marker == APPLICATION_1 && orientation == 0 && length >= 16 && in.name(at + 2) == EXIF) {
                orientation = ExifOrientation.read(in, at + 8, at + length);
            }
            at += length;
        }
    }

    /** Where the next marker's second byte is: any number of 0xFF may precede it. */
    private static long nextMarker(BlockReader in, long from) throws BadMediaException, ObjectUnavailableException {
        long at = from;
        while (true) {
            while (in.u8(at) != 0xFF) {
                if (++at - from > MOST_STRAY_BYTES) {
                    throw BadMediaException.damaged("There is no JPEG segment where one should be, at byte " + from);
                }
            }
            while (in.u8(at) == 0xFF) {
                if (++at - from > MOST_STRAY_BYTES) {
                    throw BadMediaException.damaged(
                            "There are only fill bytes where a JPEG segment should be, at byte " + from);
                }
            }
            if (in.u8(at) != 0) {
                return at;
            }
        }
    }

    /** TEM, RST0 to RST7 and SOI have no length. */
    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
