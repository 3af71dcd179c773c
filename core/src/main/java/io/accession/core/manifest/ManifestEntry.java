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
 * @param given the registered images that a group or sequence is made of; null for an entry that names URLs. Its objects are those of the
 *     images as soon as they have been looked up
 * @param title as given; null where a default applies (see {@code EntryTitles})
 * @param clientMetadata as given; null when the key is absent or null
 * @param missingMediaMetadata what a strict client-only integration would miss, as a phrase ({@code imageMetadata}, {@code
 *     imageMetadata.width}); null when everything is there
 * @param failure why the entry cannot be registered whatever the storage says; null for a sound one
 */
public record ManifestEntry(
        ItemKind kind,
        List<ObjectReference> objects,
        @Nullable GivenItems given,
        @Nullable String title,
        @Nullable RawJson clientMetadata,
        @Nullable String missingMediaMetadata,
        @Nullable Failure failure) {

    public ManifestEntry {
        objects = List.copyOf(objects);
    }

    /** An entry that names URLs. */
    public ManifestEntry(
            ItemKind kind,
            List<ObjectReference> objects,
            @Nullable String title,
            @Nullable RawJson clientMetadata,
            @Nullable String missingMediaMetadata,
            @Nullable Failure failure) {
        this(kind, objects, null, title, clientMetadata, missingMediaMetadata, failure);
    }

    public ManifestEntry withObjects(List<ObjectReference> references) {
        return new ManifestEntry(kind, references, given, title, clientMetadata, missingMediaMetadata, failure);
    }

    /** How many objects it stands for. */
    public int size() {
        return given == null ? objects.size() : given.items().size();
    }
}
