package io.accession.core.manifest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The title columns of CSV manifests: which one a header has says what its rows are (registration-facts section 5). */
enum CsvTitles {
    VIDEO("Video title", EntryType.VIDEOS),
    IMAGE("Image title", EntryType.IMAGES),
    IMAGE_GROUP("Image group title", EntryType.IMAGE_GROUPS),
    SERIES("Series title", EntryType.DICOM_SERIES),
    DICOM("Dicom title", EntryType.DICOM_SERIES),
    AUDIO("Audio title", EntryType.AUDIO),
    PDF("PDF title", EntryType.PDFS),
    TEXT("Text title", EntryType.TEXT),
    NIFTI("NIfTI title", EntryType.NIFTI);

    static final String URL = "ObjectURL";
    static final String CREATE_VIDEO = "Create video";

    private final String heading;
    private final EntryType type;

    CsvTitles(String heading, EntryType type) {
        this.heading = heading;
        this.type = type;
    }

    String heading() {
        return heading;
    }

    EntryType type() {
        return type;
    }

    static Optional<CsvTitles> find(CsvCell cell) {
        return Arrays.stream(values()).filter(title -> cell.says(title.heading)).findFirst();
    }

    static CsvTitles of(EntryType type) {
        return Arrays.stream(values())
                .filter(title -> title.type == type)
                .findFirst()
                .orElseThrow();
    }

    /** All headings that there are, for messages. */
    static String known() {
        return Arrays.stream(values())
                .map(CsvTitles::heading)
                .collect(Collectors.joining(", ", URL + ", ", " and " + CREATE_VIDEO));
    }
}
