package io.accession.core.manifest;

import io.accession.core.domain.ItemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the top-level keys of a manifest list (registration-facts section 4.0). */
enum EntryType {
    VIDEOS(ItemKind.VIDEO, "videoMetadata", null, "videos"),
    AUDIO(ItemKind.AUDIO, "audioMetadata", null, "audio"),
    PDFS(ItemKind.PDF, "pdfMetadata", null, "pdfs", "pdf"),
    TEXT(ItemKind.PLAIN_TEXT, "textMetadata", null, "text"),
    IMAGES(ItemKind.IMAGE, "imageMetadata", null, "images"),
    IMAGE_GROUPS(ItemKind.IMAGE_GROUP, "imageMetadata", "images", "image_groups", "imageGroups"),
    IMAGE_GROUPS_FROM_ITEMS(
            ItemKind.IMAGE_GROUP, "imageMetadata", null, "image_groups_from_items", "imageGroupsFromItems"),
    DICOM_SERIES(ItemKind.DICOM_SERIES, "dicomMetadata", "dicomFiles", "dicom_series", "dicomSeries"),
    NIFTI(ItemKind.NIFTI, null, null, "nifti");

    private final ItemKind kind;
    private final @Nullable String block;
    private final @Nullable String membersKey;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<String> keys;

    EntryType(ItemKind kind, @Nullable String block, @Nullable String membersKey, String... keys) {
        this.kind = kind;
        this.block = block;
        this.membersKey = membersKey;
        this.keys = List.of(keys);
    }

    /** The key in its first spelling. */
    String key() {
        return keys.getFirst();
    }

    /** The kind of item that an entry asks for unless it says otherwise. */
    ItemKind kind() {
        return kind;
    }

    /** The key of the media metadata of one object; null when there is none for this type. */
    @Nullable
    String block() {
        return block;
    }

    /** The key that lists a composite's objects with a title and media metadata each; null for single objects. */
    @Nullable
    String membersKey() {
        return membersKey;
    }

    /** Whether entries name registered items instead of URLs. */
    boolean namesItems() {
        return this == IMAGE_GROUPS_FROM_ITEMS;
    }

    static Optional<EntryType> find(String key) {
        return Arrays.stream(values()).filter(type -> type.keys.contains(key)).findFirst();
    }

    /** All type keys in their first spelling, for messages. */
    static String known() {
        return Arrays.stream(values()).map(type -> type.keys.getFirst()).collect(Collectors.joining(", "));
    }
}
