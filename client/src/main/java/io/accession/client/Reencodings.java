package io.accession.client;

import io.accession.api.NewReencoding;
import io.accession.api.Reencoding;
import java.util.List;
import java.util.UUID;

/** Videos made anew on request. */
public final class Reencodings {

    private final Connection connection;

    Reencodings(Connection connection) {
        this.connection = connection;
    }

    /**
     * Has videos made anew as MP4 with a constant frame rate, in the customer's storage; the items stay the items that they are. Goes on whatever
     * becomes of this client.
     *
     * @param force takes in videos without warnings
     */
    public Reencoding start(List<UUID> items, boolean force) {
        return connection.post(Route.to("reencodings"), new NewReencoding(items, force), Reencoding.class);
    }

    /** How it stands, item by item. */
    public Reencoding read(UUID id) {
        return connection.read(Route.to("reencodings", id), Reencoding.class);
    }

    /** Asks every half second until all items are done, and returns the end. A server that is away for less than a minute is waited for. */
    public Reencoding watch(UUID id) {
        return new Polling<>(
                        connection.server(),
                        () -> read(id),
                        reencoding -> reencoding.state() != Reencoding.State.PENDING,
                        _ -> {})
                .untilEnded();
    }
}
