package io.accession.core.migrate;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.migrate.MigrationStage.Candidate;
import io.accession.core.migrate.MigrationStage.Placed;
import io.accession.core.object.Identities;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out where an item's object will be, by what is known without asking a storage. */
final class Placing {

    private static final Failure GONE =
            unmovable("The item's storage integration is gone, or you may not use it. Say to"
                    + " which storage integration the item migrates.");
    private static final Failure NO_OBJECT =
            unmovable("The item has no object of its own. Migrate its members to new URLs instead.");
    private static final Failure STRICT =
            unmovable("Objects of the item's storage integration are never read, so access"
                    + " cannot be checked. Ask for a migration without that check.");
    private static final Failure REENCODED =
            unmovable("The item's video is being made anew. Migrate it when that is done.");
    private static final Failure SYNCED =
            unmovable("The item's folder is synced with a storage, and the next sync would"
                    + " not find the item under another object. Move the item into another folder first.");

    private final Destinations destinations;
    private final boolean checksAccess;

    Placing(Destinations destinations, boolean checksAccess) {
        this.destinations = destinations;
        this.checksAccess = checksAccess;
    }

    /** What is to become of one item. */
    sealed interface Place {

        /** Everything is there already. */
        record Same() implements Place {}

        /** The location is null for a composite without an object of its own; nothing is to be asked for then. */
        record New(
                Placed placed,
                StorageIntegration integration,
                @Nullable ObjectLocation location) implements Place {}

        record Impossible(Failure failure) implements Place {}
    }

    Place place(Candidate item) {
        var destination = destinations.of(item.integration()).orElse(null);
        if (destination == null) {
            return new Place.Impossible(GONE);
        }
        if (item.url() == null) {
            return placeComposite(item, destination);
        }
        String url = item.wantedUrl() == null ? item.url() : item.wantedUrl();
        if (url.equals(item.url()) && destination.id().equals(item.integration())) {
            return new Place.Same();
        }
        if (item.isReencoded()) {
            return new Place.Impossible(REENCODED);
        }
        if (url.getBytes(StandardCharsets.UTF_8).length > ManifestLimits.DEFAULT.urlBytes()) {
            return new Place.Impossible(new Failure(
                    FailureCode.URL_TOO_LONG,
                    "A URL has at most " + ManifestLimits.DEFAULT.urlBytes() + " bytes in UTF-8."));
        }
        if (checksAccess && destination.strictClientOnly()) {
            return new Place.Impossible(STRICT);
        }
        return switch (ObjectUrls.resolve(url, destination.addressing())) {
            case Resolution.Refused(var failure) -> new Place.Impossible(failure);
            case Resolution.Located(var location) -> place(item, url, destination, location);
        };
    }

    private static Place placeComposite(Candidate item, StorageIntegration destination) {
        if (!item.kind().isComposite() || item.kind() == ItemKind.GROUP || item.wantedUrl() != null) {
            return new Place.Impossible(NO_OBJECT);
        }
        return destination.id().equals(item.integration())
                ? new Place.Same()
                : new Place.New(new Placed(item.item(), null, null, false, null), destination, null);
    }

    private static Place place(Candidate item, String url, StorageIntegration destination, ObjectLocation location) {
        var identity = identity(item, location);
        if (identity != null && item.isSynced()) {
            return new Place.Impossible(SYNCED);
        }
        boolean isOther = item.keepsIdentity() ? !url.equals(item.url()) : identity != null;
        return new Place.New(new Placed(item.item(), url, identity, isOther, null), destination, location);
    }

    /** Null where it stays. That of a composite is settled with its members. */
    private static @Nullable IdentityHash identity(Candidate item, ObjectLocation location) {
        if (item.keepsIdentity() || item.kind().isComposite()) {
            return null;
        }
        var identity = Identities.of(item.kind(), location);
        return identity.equals(item.identity()) ? null : identity;
    }

    private static Failure unmovable(String message) {
        return new Failure(FailureCode.ITEM_NOT_MOVABLE, message);
    }
}
