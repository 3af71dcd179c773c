package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** TIFF and BigTIFF in both byte orders: the first page. Its directory may be at the end of the file. */
final class TiffFormat implements ImageFormat {

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        var directory = TiffDirectory.first(in, 0, Long.MAX_VALUE);
        return ImageHeader.stored(
                directory.number(TiffDirectory.WIDTH).orElse(0L),
                directory.number(TiffDirectory.HEIGHT).orElse(0L),
                directory.number(TiffDirectory.ORIENTATION).orElse(1L).intValue());
    }
}
