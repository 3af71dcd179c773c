package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.zip.CRC32;

/** PNG and APNG (PNG, third edition). An {@code eXIf} chunk is honoured where it lies in the first block, before the pixels. */
final class PngFormat implements ImageFormat {

    private static final int HEADER = BlockReader.name("IHDR");
    private static final int APPLE_HEADER = BlockReader.name("CgBI");
    private static final int EXIF = BlockReader.name("eXIf");
    private static final int PIXELS = BlockReader.name("IDAT");

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        long at = in.name(12) == APPLE_HEADER ? 8 + 12 + in.u32(8, true) : 8;
        if (in.name(at + 4) != HEADER || in.u32(at, true) != 13) {
            throw BadMediaException.damaged("The PNG does not begin with its header chunk");
        }
        if (in.u32(at + 21, true) != checksum(in, at + 4, 17)) {
            throw BadMediaException.damaged("The checksum of the PNG's header is wrong");
        }
        return ImageHeader.stored(in.u32(at + 8, true), in.u32(at + 12, true), orientation(in, at + 25));
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
