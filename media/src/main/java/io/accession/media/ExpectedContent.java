package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which types may stand behind an entry of a kind, judged before any format is read.
 *
 * @param name the kind with its article, as people read it
 */
record ExpectedContent(String name, Set<ContentType> types) {

    static ExpectedContent of(ItemKind kind) {
        return switch (kind.memberKind()) {
            case IMAGE, IMAGE_GROUP, IMAGE_SEQUENCE ->
                new ExpectedContent("an image", families(ContentType.Family.IMAGE));
            case VIDEO -> new ExpectedContent("a video", families(ContentType.Family.VIDEO));
            // Containers of video may hold sound only: their tracks decide.
            case AUDIO ->
                new ExpectedContent("an audio file", families(ContentType.Family.AUDIO, ContentType.Family.VIDEO));
            case PDF -> new ExpectedContent("a PDF", EnumSet.of(ContentType.PDF));
            // Old texts are in encodings that cannot be told from other bytes.
            case PLAIN_TEXT -> new ExpectedContent("a text file", text());
            // DICOM without its preamble has no signature.
            case DICOM_FILE, DICOM_SERIES ->
                new ExpectedContent("a DICOM file", EnumSet.of(ContentType.DICOM, ContentType.UNKNOWN));
            case NIFTI -> new ExpectedContent("a NIfTI file", EnumSet.of(ContentType.NIFTI, ContentType.GZIP));
            case GROUP -> throw new IllegalArgumentException("a data group has no object");
        };
    }

    void require(ContentType type) throws BadMediaException {
        if (!types.contains(type)) {
            throw mismatch(type.mimeType());
        }
    }

    BadMediaException mismatch(String mimeType) {
        return new BadMediaException(
                FailureCode.KIND_MISMATCH, "Expected " + name + ", got a file of type " + mimeType);
    }

    private static Set<ContentType> text() {
        var types = families(ContentType.Family.TEXT);
        types.add(ContentType.UNKNOWN);
        return types;
    }

    private static EnumSet<ContentType> families(ContentType.Family... families) {
        var types = EnumSet.noneOf(ContentType.class);
        for (var type : ContentType.values()) {
            if (Set.of(families).contains(type.family())) {
                types.add(type);
            }
        }
        return types;
    }
}
