package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** The orientation in a block of EXIF, which is a TIFF inside another file. Damage in it never makes the image unreadable. */
final class ExifOrientation {

    private static final int EXIF = BlockReader.name("Exif");

    private ExifOrientation() {}

    /** 1 unless the EXIF between the offsets says otherwise. Some writers leave the {@code Exif\0\0} of JPEG in front. */
    static int read(BlockReader in, long from, long end) throws ObjectUnavailableException {
        try {
            long start = in.name(from) == EXIF ? from + 6 : from;
            return TiffDirectory.first(in, start, end)
                    .number(TiffDirectory.ORIENTATION)
                    .orElse(1L)
                    .intValue();
        } catch (BadMediaException damage) {
            return 1;
        }
    }
}
