package io.accession.client;

import io.accession.api.Item;
import io.accession.api.ItemSummary;
import java.util.UUID;
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
}
