package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a manifest, understood.
 *
 * @param objects one for a single object, in {@code objectUrl_N} order for a composite; those that could be read when the entry is
 *     unsound, so that its failure can name them
 * @param title as given; null where a default applies (see {@code EntryTitles})
 * @param clientMetadata as given; null when the key is absent or null
 * @param missingMediaMetadata what a strict client-only integration would miss, as a phrase ({@code imageMetadata}, {@code
 *     imageMetadata.width}); null when everything is there
 * @param failure why the entry cannot be registered whatever the storage says; null for a sound one
 */
public record ManifestEntry(
        ItemKind kind,
        List<ObjectReference> objects,
        @Nullable String title,
        @Nullable RawJson clientMetadata,
        @Nullable String missingMediaMetadata,
        @Nullable Failure failure) {

    public ManifestEntry {
        objects = List.copyOf(objects);
    }
}
