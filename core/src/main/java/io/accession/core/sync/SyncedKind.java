package io.accession.core.sync;

import io.accession.core.domain.ItemKind;
import io.accession.core.draft.DraftType;
import io.accession.core.draft.FileExtensions;
import java.util.Optional;

/** What an object of a synced folder is by the end of its key. Only what stands for itself is taken (registration-facts section 12). */
record SyncedKind(ItemKind item, String typeKey) {

    /** Empty for kinds that synced folders do not take, and for what a storage keeps in place of a directory. */
    static Optional<SyncedKind> find(String key) {
        return FileExtensions.find(key.substring(key.lastIndexOf('/') + 1)).flatMap(SyncedKind::of);
    }

    private static Optional<SyncedKind> of(DraftType type) {
        return item(type).map(kind -> new SyncedKind(kind, type.key()));
    }

    private static Optional<ItemKind> item(DraftType type) {
        return switch (type) {
            case VIDEOS -> Optional.of(ItemKind.VIDEO);
            case AUDIO -> Optional.of(ItemKind.AUDIO);
            case PDFS -> Optional.of(ItemKind.PDF);
            case TEXT -> Optional.of(ItemKind.PLAIN_TEXT);
            case IMAGES -> Optional.of(ItemKind.IMAGE);
            case IMAGE_GROUPS, DICOM_SERIES, NIFTI -> Optional.empty();
        };
    }
}
