package io.accession.core.plan;

import io.accession.core.domain.MediaFacts;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.object.IdentityHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of whose objects everything is known: supplied or probed. One sighting per object, in order. */
public record SoundEntry(int ordinal, int slot, IdentityHash identity, ManifestEntry entry, List<Sighting> sightings) {

    /** What is known of one object. The ETag is null where the facts were supplied. */
    public record Sighting(MediaFacts facts, @Nullable String etag) {}

    public SoundEntry {
        sightings = List.copyOf(sightings);
    }
}
