package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import java.util.zip.CRC32;

/** PNG and APNG (PNG, third edition). An {@code eXIf} chunk is honoured where it lies in the first block, before the pixels. */
final class PngFormat implements ImageFormat {

    private static final int HEADER = BlockReader.name("IHDR");
    private static final int APPLE_HEADER = BlockReader.name("CgBI");
    private static final int EXIF = BlockReader.name("eXIf");
    private static final int PIXELS = BlockReader.name("IDAT");

    /** What one byte of deflate can become at most (zlib, technical details). */
    private static final double MOST_UNPACKED = 1032;

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        long at = in.name(12) == APPLE_HEADER ? 8 + 12 + in.u32(8, true) : 8;
        if (in.name(at + 4) != HEADER || in.u32(at, true) != 13) {
            throw BadMediaException.damaged("The PNG does not begin with its header chunk");
        }
        if (in.u32(at + 21, true) != checksum(in, at + 4, 17)) {
            throw BadMediaException.damaged("The checksum of the PNG's header is wrong");
        }
        long width = in.u32(at + 8, true);
        long height = in.u32(at + 12, true);
        var header = ImageHeader.stored(width, height, orientation(in, at + 25));
        requirePixels(in, width, height, in.u8(at + 16) * samples(in.u8(at + 17)));
        return header;
    }

    private static int samples(int colourType) throws BadMediaException {
        return switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default ->
                throw BadMediaException.damaged("The PNG has the colour type " + colourType + ", which there is not");
        };
    }

    /** A file of a few bytes that says it has a hundred thousand pixels a side is cut, or made to harm whoever unpacks it. */
    private static void requirePixels(BlockReader in, long width, long height, int bitsPerPixel)
            throws BadMediaException, ObjectUnavailableException {
        double unpacked = (double) width * height * bitsPerPixel / Byte.SIZE;
        long size = in.objectSize();
        if (size >= 0 && unpacked > size * MOST_UNPACKED) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED,
                    "The PNG is too short to hold its " + width + " × " + height + " pixels");
        }
    }

    private static int orientation(BlockReader in, long firstChunk)
            throws BadMediaException, ObjectUnavailableException {
        long end = in.head().length;
        long at = firstChunk;
        while (at + 8 <= end) {
            long length = in.u32(at, true);
            int name = in.name(at + 4);
            if (name == EXIF) {
                return at + 8 + length <= end ? ExifOrientation.read(in, at + 8, at + 8 + length) : 1;
            }
            if (name == PIXELS) {
                return 1;
            }
            at += 12 + length;
        }
        return 1;
    }

    private static long checksum(BlockReader in, long from, int length)
            throws BadMediaException, ObjectUnavailableException {
        var checksum = new CRC32();
        for (int i = 0; i < length; i++) {
            checksum.update(in.u8(from + i));
        }
        return checksum.getValue();
    }
}
