package io.accession.client;

import io.accession.api.DriftEvent;
import io.accession.api.Item;
import io.accession.api.ItemChange;
import io.accession.api.ItemMove;
import io.accession.api.ItemRemoval;
import io.accession.api.ItemSummary;
import io.accession.api.MigrationEvent;
import io.accession.api.NewMigration;
import io.accession.api.RemovedItems;
import io.accession.api.SignedUrl;
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

    public Item read(UUID id) {
        return connection.read(Route.to("items", id), Item.class);
    }

    /** The items directly in a folder, of one kind and with a text in their title, where these are not null. */
    public Listing<ItemSummary> list(UUID folder, @Nullable String search, @Nullable String kind) {
        var route = Route.to("folders", folder, "items").with("search", search).with("kind", kind);
        return new Listing<>(connection, route, ItemSummary.class);
    }

    /** What the change does not name stays. */
    public Item change(UUID id, ItemChange change) {
        return connection.patch(Route.to("items", id), change, Item.class);
    }

    /** All of a folder's items that are named move, or none does. */
    public void move(UUID folder, ItemMove move) {
        connection.send("POST", Route.to("folders", folder, "items", "move"), move);
    }

    /** Objects in storage are not touched. */
    public void remove(UUID id) {
        connection.delete(Route.to("items", id));
    }

    /** All of a folder's items that are named go, or none does. */
    public RemovedItems remove(UUID folder, ItemRemoval removal) {
        return connection.post(Route.to("folders", folder, "items", "remove"), removal, RemovedItems.class);
    }

    public SignedUrl sign(UUID id) {
        return connection.read(Route.to("items", id, "signed-url"), SignedUrl.class);
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
