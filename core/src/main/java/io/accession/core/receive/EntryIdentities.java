package io.accession.core.receive;

import io.accession.core.domain.Failure;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ObjectReference;
import io.accession.core.object.Addressing;
import io.accession.core.object.Identities;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.util.ArrayList;
import java.util.List;

/** What the entries of one job stand for: the locations of their objects, and the identity of the item they ask for. */
public final class EntryIdentities {

    private final Addressing addressing;

    public EntryIdentities(Addressing addressing) {
        this.addressing = addressing;
    }

    /** An identity, or why there is none. */
    public sealed interface EntryIdentity {}

    public record Resolved(IdentityHash identity) implements EntryIdentity {}

    public record Unresolved(Failure failure) implements EntryIdentity {}

    public EntryIdentity of(ManifestEntry entry) {
        if (entry.given() != null) {
            return new Resolved(Identities.ofItems(entry.kind(), entry.given().items()));
        }
        var locations = new ArrayList<ObjectLocation>(entry.objects().size());
        for (var object : entry.objects()) {
            switch (ObjectUrls.resolve(object.url(), addressing)) {
                case Resolution.Located(ObjectLocation location) -> locations.add(location);
                case Resolution.Refused(Failure failure) -> {
                    return new Unresolved(failure);
                }
            }
        }
        return new Resolved(
                entry.kind().isComposite()
                        ? Identities.of(entry.kind(), locations)
                        : Identities.of(entry.kind(), locations.getFirst()));
    }

    /** The locations of a sound entry's objects, in order. */
    public List<ObjectLocation> locations(ManifestEntry entry) {
        return entry.objects().stream().map(this::location).toList();
    }

    /** Where an object of a sound entry lies. */
    public ObjectLocation location(ObjectReference object) {
        return switch (ObjectUrls.resolve(object.url(), addressing)) {
            case Resolution.Located(ObjectLocation location) -> location;
            case Resolution.Refused(Failure failure) -> throw new IllegalStateException(failure.message());
        };
    }
}
