package io.accession.client;

import io.accession.api.Collection;
import io.accession.api.CollectionChange;
import io.accession.api.CollectionEdit;
import io.accession.api.ItemSummary;
import io.accession.api.NewCollection;
import io.accession.api.NewSearch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items that were picked out. */
public final class Collections {

    private static final String COLLECTIONS = "collections";

    private final Connection connection;

    Collections(Connection connection) {
        this.connection = connection;
    }

    /** Makes a collection in a folder, filled with what a search finds now. What is registered later is not in it. */
    public CollectionChange create(NewCollection collection) {
        return connection.post(Route.to(COLLECTIONS), collection, CollectionChange.class);
    }

    /** The oldest first; of all folders where {@code folder} is null. */
    public Listing<Collection> list(@Nullable UUID folder) {
        return new Listing<>(connection, Route.to(COLLECTIONS).with("folder", folder), Collection.class);
    }

    /** A collection, without its items. */
    public Collection read(UUID id) {
        return connection.read(Route.to(COLLECTIONS, id), Collection.class);
    }

    /** Changes name or description. What the edit does not name stays. */
    public Collection edit(UUID id, CollectionEdit edit) {
        return connection.patch(Route.to(COLLECTIONS, id), edit, Collection.class);
    }

    /** Those of its items that the asker may look at. */
    public Listing<ItemSummary> items(UUID id) {
        return new Listing<>(connection, Route.to(COLLECTIONS, id, "items"), ItemSummary.class);
    }

    /** Adds what a search finds now. */
    public CollectionChange add(UUID id, NewSearch search) {
        return connection.post(Route.to(COLLECTIONS, id, "additions"), search, CollectionChange.class);
    }

    /** Takes out what a search finds now. */
    public CollectionChange take(UUID id, NewSearch search) {
        return connection.post(Route.to(COLLECTIONS, id, "removals"), search, CollectionChange.class);
    }

    /** Removes a collection. Its items stay where they are. */
    public void remove(UUID id) {
        connection.delete(Route.to(COLLECTIONS, id));
    }
}
