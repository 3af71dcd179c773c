package io.accession.core.draft;

/** The arrays of a manifest, in the order in which a draft writes them, with the title columns of their CSV form. */
public enum DraftType {
    VIDEOS("videos", "Video title"),
    AUDIO("audio", "Audio title"),
    PDFS("pdfs", "PDF title"),
    TEXT("text", "Text title"),
    IMAGES("images", "Image title"),
    IMAGE_GROUPS("image_groups", "Image group title"),
    DICOM_SERIES("dicom_series", "Dicom title"),
    NIFTI("nifti", "NIfTI title");

    private final String key;
    private final String titleColumn;

    DraftType(String key, String titleColumn) {
        this.key = key;
        this.titleColumn = titleColumn;
    }

    public String key() {
        return key;
    }

    String titleColumn() {
        return titleColumn;
    }
}
