package io.accession.core.plan;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.object.IdentityHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of whose objects everything is known: supplied or probed.
 *
 * @param sightings one per object, in order
 * @param rendition the video that was made of an image sequence; null before, and for everything else
 */
public record SoundEntry(
        int ordinal,
        int slot,
        IdentityHash identity,
        ManifestEntry entry,
        List<Sighting> sightings,
        @Nullable Rendition rendition) {

    public SoundEntry(int ordinal, int slot, IdentityHash identity, ManifestEntry entry, List<Sighting> sightings) {
        this(ordinal, slot, identity, entry, sightings, null);
    }

    /** What is known of one object. ETag and last change are null where the facts were supplied, or the storage does not tell them. */
    public record Sighting(
            MediaFacts facts,
            @Nullable String etag,
            @Nullable Instant lastModified) {

        public Sighting(MediaFacts facts, @Nullable String etag) {
            this(facts, etag, null);
        }
    }

    public SoundEntry {
        sightings = List.copyOf(sightings);
    }

    public SoundEntry with(ManifestEntry whole) {
        return new SoundEntry(ordinal, slot, identity, whole, sightings, rendition);
    }

    /** Whether a video has still to be made of it. */
    public boolean isToRender() {
        return entry.kind() == ItemKind.IMAGE_SEQUENCE && rendition == null;
    }
}
