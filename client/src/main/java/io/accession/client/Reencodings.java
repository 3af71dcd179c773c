package io.accession.client;

import io.accession.api.NewReencoding;
import io.accession.api.Reencoding;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Videos made anew on request. */
public final class Reencodings {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Connection connection;

    Reencodings(Connection connection) {
        this.connection = connection;
    }

    /** Goes on whatever becomes of this client. {@code force} takes in videos without warnings. */
    public Reencoding start(List<UUID> items, boolean force) {
        return connection.post(Route.to("reencodings"), new NewReencoding(items, force), Reencoding.class);
    }

    public Reencoding read(UUID id) {
        return connection.read(Route.to("reencodings", id), Reencoding.class);
    }

    /** Asks every half second until all items are done, and returns the end. An interrupt ends the waiting with what there is by then. */
    public Reencoding watch(UUID id) {
        var reencoding = read(id);
        while (reencoding.state() == Reencoding.State.PENDING) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return reencoding;
            }
            reencoding = read(id);
        }
        return reencoding;
    }
}
