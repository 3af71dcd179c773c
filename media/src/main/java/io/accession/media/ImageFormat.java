package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.Optional;

/** Reads the header of one image format. Stateless. */
sealed interface ImageFormat permits AvifFormat, BmpFormat, GifFormat, JpegFormat, PngFormat, TiffFormat, WebpFormat {

    ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException;

    /** The reader for a type, if there is one. */
    static Optional<ImageFormat> find(ContentType type) {
        return switch (type) {
            case JPEG -> Optional.of(new JpegFormat());
            case PNG -> Optional.of(new PngFormat());
            case WEBP -> Optional.of(new WebpFormat());
            case GIF -> Optional.of(new GifFormat());
            case BMP -> Optional.of(new BmpFormat());
            case TIFF -> Optional.of(new TiffFormat());
            case AVIF -> Optional.of(new AvifFormat());
            default -> Optional.empty();
        };
    }
}
