package io.accession.core.draft;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a draft is to hold: everything, each under its own type, or one type alone. */
public enum WantedKind {
    AUTO("auto", null),
    IMAGES("images", DraftType.IMAGES),
    VIDEOS("videos", DraftType.VIDEOS),
    AUDIO("audio", DraftType.AUDIO),
    PDFS("pdfs", DraftType.PDFS),
    TEXT("text", DraftType.TEXT),
    NIFTI("nifti", DraftType.NIFTI),
    /** Images of one group keep their size. */
    IMAGE_GROUPS("image_groups", DraftType.IMAGES),
    /** Images of one group become frames of a video. */
    IMAGE_SEQUENCES("image_sequences", DraftType.IMAGES),
    DICOM_SERIES("dicom_series", DraftType.DICOM_SERIES);

    private final String word;
    private final @Nullable DraftType objects;

    WantedKind(String word, @Nullable DraftType objects) {
        this.word = word;
        this.objects = objects;
    }

    public String word() {
        return word;
    }

    /** Whether objects of the type take part. */
    boolean takes(DraftType type) {
        return objects == null || objects == type;
    }

    /** Whether images are only wanted as members of groups. */
    boolean groupsImages() {
        return this == IMAGE_GROUPS || this == IMAGE_SEQUENCES;
    }

    public static Optional<WantedKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All words, for messages. */
    public static String known() {
        return Arrays.stream(values()).map(WantedKind::word).collect(Collectors.joining(", "));
    }
}
