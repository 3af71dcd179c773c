package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** GIF 87a and 89a: the size of the logical screen. */
final class GifFormat implements ImageFormat {

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        return ImageHeader.stored(in.u16(6, false), in.u16(8, false), 1);
    }
}
