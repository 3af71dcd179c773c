package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;
import io.accession.core.object.ObjectUnavailableException;

/** What has to be known of a picture before anybody decodes it. */
record FrameHeader(ContentType type, ImageHeader size, long bytes) {

    /** Refuses what is no picture, or one of more pixels than {@code mostPixels}. */
    static FrameHeader read(ObjectView object, long mostPixels) throws BadMediaException, ObjectUnavailableException {
        var in = new BlockReader(object);
        var type = ContentType.of(in.head());
        ExpectedContent.of(ItemKind.IMAGE).require(type);
        var format = ImageFormat.find(type)
                .orElseThrow(() -> new BadMediaException(
                        FailureCode.PROBE_NOT_SUPPORTED, "Images of type " + type.mimeType() + " cannot be rendered"));
        var size = format.read(in);
        if ((long) size.width() * size.height() > mostPixels) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE,
                    "The image has " + size.width() + " × " + size.height() + " pixels; at most " + mostPixels
                            + " are rendered");
        }
        long bytes = object.stat().bytes();
        if (bytes < 0 || bytes > ReadBudget.LARGEST_PICTURE) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE,
                    "The image has " + bytes + " bytes; at most " + ReadBudget.LARGEST_PICTURE + " are rendered");
        }
        return new FrameHeader(type, size, bytes);
    }
}
