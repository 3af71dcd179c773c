package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectUnavailableException;

/** Facts about images, from their headers. Nothing is decoded: a size that no program could show is still a size. */
final class ImageProber {

    private ImageProber() {}

    static MediaFacts probe(ContentType type, BlockReader in, long bytes)
            throws BadMediaException, ObjectUnavailableException {
        var format = ImageFormat.find(type)
                .orElseThrow(() -> new BadMediaException(
                        FailureCode.PROBE_NOT_SUPPORTED,
                        "Images of type " + type.mimeType() + " cannot be probed; supply imageMetadata"));
        var header = format.read(in);
        return new MediaFacts.Image(type.mimeType(), bytes, header.width(), header.height(), header.orientation());
    }
}
