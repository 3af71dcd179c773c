package io.accession.core.media;

import io.accession.core.domain.ItemKind;

/** How many requests may be made, and how many bytes read, to find out what one object is. */
public record ReadBudget(int requests, long bytes) {

    private static final long MEBIBYTE = 1 << 20;

    public static final long LARGEST_PICTURE = 512 * MEBIBYTE;

    public ReadBudget {
        if (requests <= 0 || bytes <= 0) {
            throw new IllegalArgumentException(
                    "a budget is positive, got " + requests + " requests, " + bytes + " bytes");
        }
    }

    /** Enough to read a whole picture. */
    public static ReadBudget forRendering() {
        return new ReadBudget(1_024, LARGEST_PICTURE);
    }

    /** Enough to read a video of so many bytes from one end to the other, with jumps between its tracks. */
    public static ReadBudget forReencoding(long bytes) {
        return new ReadBudget(1_000_000, 4 * bytes + 64 * MEBIBYTE);
    }

    /** Enough for every sound object of the kind: headers of images lie close together, tables of videos can be long. */
    public static ReadBudget forProbing(ItemKind kind) {
        return switch (kind.memberKind()) {
            case VIDEO, AUDIO -> new ReadBudget(512, 64 * MEBIBYTE);
            case IMAGE, IMAGE_GROUP, IMAGE_SEQUENCE -> new ReadBudget(32, 8 * MEBIBYTE);
            case PDF, PLAIN_TEXT, DICOM_SERIES, DICOM_FILE, NIFTI, GROUP -> new ReadBudget(64, 16 * MEBIBYTE);
        };
    }
}
