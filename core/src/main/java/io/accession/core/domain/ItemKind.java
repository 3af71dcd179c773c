package io.accession.core.domain;

import java.util.Arrays;
import java.util.Optional;

/** What an item is. The wire names are the reference system's (registration-facts section 4.0). */
public enum ItemKind {
    VIDEO("video"),
    AUDIO("audio"),
    PDF("pdf"),
    PLAIN_TEXT("plainText"),
    IMAGE("image"),
    IMAGE_GROUP("imageGroup"),
    IMAGE_SEQUENCE("imageSequence"),
    DICOM_SERIES("dicomSeries"),
    DICOM_FILE("dicomFile"),
    NIFTI("nifti"),
    /** Items of any other kind, arranged to be looked at together: a data group. */
    GROUP("group");

    private final String wireName;

    ItemKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether an item of this kind stands for an ordered list of objects, or of items, instead of one object. */
    public boolean isComposite() {
        return this == IMAGE_GROUP || this == IMAGE_SEQUENCE || this == DICOM_SERIES || this == GROUP;
    }

    /** The kind of the objects that the composite is registered with; the kind itself where there are none, and of other items. */
    public ItemKind memberKind() {
        return switch (this) {
            case IMAGE_GROUP, IMAGE_SEQUENCE -> IMAGE;
            case DICOM_SERIES -> DICOM_FILE;
            case VIDEO, AUDIO, PDF, PLAIN_TEXT, IMAGE, DICOM_FILE, NIFTI, GROUP -> this;
        };
    }

    public static Optional<ItemKind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
