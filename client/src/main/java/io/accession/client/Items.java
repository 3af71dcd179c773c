package io.accession.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.DriftEvent;
import io.accession.api.Item;
import io.accession.api.ItemMove;
import io.accession.api.ItemRemoval;
import io.accession.api.ItemSummary;
import io.accession.api.ItemUpdate;
import io.accession.api.ItemUpdates;
import io.accession.api.ItemUses;
import io.accession.api.MetadataMode;
import io.accession.api.MigrationEvent;
import io.accession.api.NewMigration;
import io.accession.api.PastMetadata;
import io.accession.api.RemovedItems;
import io.accession.api.SignedUrl;
import io.accession.api.UpdatedItems;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was registered. */
public final class Items {

    private final Connection connection;

    Items(Connection connection) {
        this.connection = connection;
    }

    /** An item with its media facts and client metadata. */
    public Item read(UUID id) {
        return connection.read(Route.to("items", id), Item.class);
    }

    /** The items directly in a folder, of one kind and with a text in their title, where these are not null. */
    public Listing<ItemSummary> list(UUID folder, @Nullable String search, @Nullable String kind) {
        var route = Route.to("folders", folder, "items").with("search", search).with("kind", kind);
        return new Listing<>(connection, route, ItemSummary.class);
    }

    /** Moves items of a folder into another one, all that are named or none. Hidden members of groups go with them. */
    public void move(UUID folder, ItemMove move) {
        connection.send("POST", Route.to("folders", folder, "items", "move"), move);
    }

    /** Removes an item; its object in storage is not touched. A conflict for members of a group that stays, and for what datasets link. */
    public void remove(UUID id) {
        connection.delete(Route.to("items", id));
    }

    /** Removes items of a folder, all that are named or none. Objects in storage are not touched. */
    public RemovedItems remove(UUID folder, ItemRemoval removal) {
        return connection.post(Route.to("folders", folder, "items", "remove"), removal, RemovedItems.class);
    }

    /** Where anybody can fetch the object for a while, as the integration says. A conflict for groups, and where the integration cannot sign. */
    public SignedUrl sign(UUID id) {
        return connection.read(Route.to("items", id, "signed-url"), SignedUrl.class);
    }

    /** Changes an item's title or client metadata, and returns what it is then. */
    public Item update(UUID id, ItemUpdate update) {
        return connection.patch(Route.to("items", id), update, Item.class);
    }

    /** Changes up to 1,000 items, all or none. */
    public UpdatedItems updateAll(Map<UUID, ItemUpdate> updates) {
        return connection.patch(Route.to("items"), ItemUpdates.of(updates), UpdatedItems.class);
    }

    /** Collects updates of any number of items and sends them in portions. */
    public ItemBundle bundle() {
        return new ItemBundle(this);
    }

    /**
     * Changes the client metadata of the items in a folder, those that lists show. Goes on run by run; what a run has changed stays when a later one
     * is refused, and doing all of it again changes nothing more.
     *
     * @param deep whether the folders below are meant too
     * @param progress is told after every run how many items were looked at and changed so far
     */
    public UpdatedItems updateFolder(
            UUID folder, boolean deep, JsonNode metadata, MetadataMode mode, Consumer<UpdatedItems> progress) {
        var request = ItemUpdates.inFolder(folder, deep, metadata, mode);
        var sum = new UpdatedItems(0, 0, null);
        do {
            var route = Route.to("items").with("pageToken", sum.nextPageToken());
            var run = connection.patch(route, request, UpdatedItems.class);
            sum = new UpdatedItems(sum.matched() + run.matched(), sum.changed() + run.changed(), run.nextPageToken());
            progress.accept(sum);
        } while (sum.nextPageToken() != null);
        return sum;
    }

    /** What an item is part of. */
    public ItemUses uses(UUID id) {
        return connection.read(Route.to("items", id, "uses"), ItemUses.class);
    }

    /** What the client metadata of an item was before, the newest first. */
    public Listing<PastMetadata> history(UUID id) {
        return new Listing<>(connection, Route.to("items", id, "history"), PastMetadata.class);
    }

    /**
     * Compares the items of a folder, and of those below it, with what their storages list; of a sample of those whose media metadata was supplied
     * the objects are probed. Returns when everything was told. What cannot be verified to its end is a {@link RequestRefusedException}.
     */
    public void verify(UUID folder, int sample, Consumer<DriftEvent> listener) {
        var route = Route.to("folders", folder, "verifications").with("sample", sample);
        var lines = new EventLines<>(connection, DriftEvent.class);
        lines.read(connection.stream(route, Map.of(), DriftEvent.MEDIA_TYPE), event -> {
            if (event instanceof DriftEvent.Failed(var problem)) {
                throw new RequestRefusedException(problem);
            }
            listener.accept(event);
            return event instanceof DriftEvent.Ended;
        });
    }

    /**
     * Gives items other storage integrations and URLs, all that are asked for or none. Returns when everything was told. What cannot be carried out is a
     * {@link RequestRefusedException}; single items that cannot migrate are told, and then none has.
     */
    public void migrate(NewMigration migration, Consumer<MigrationEvent> listener) {
        var lines = new EventLines<>(connection, MigrationEvent.class);
        lines.read(connection.stream(Route.to("items", "migrate"), migration, MigrationEvent.MEDIA_TYPE), event -> {
            if (event instanceof MigrationEvent.Failed(var problem)) {
                throw new RequestRefusedException(problem);
            }
            listener.accept(event);
            return event instanceof MigrationEvent.Ended;
        });
    }
}
