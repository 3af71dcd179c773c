package io.accession.client;

import io.accession.api.CheckReport;
import io.accession.api.CheckRequest;
import io.accession.api.Integration;
import io.accession.api.NewIntegration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customer storages and how they are reached. */
public final class Integrations {

    private final Connection connection;

    Integrations(Connection connection) {
        this.connection = connection;
    }

    /** Keeps how a storage is reached; secrets are encrypted and never answered again. Nothing is sent to the storage: {@link #check} tries it. */
    public Integration add(NewIntegration integration) {
        return connection.post(Route.to("integrations"), integration, Integration.class);
    }

    /** An integration, without its secrets. */
    public Integration read(UUID id) {
        return connection.read(Route.to("integrations", id), Integration.class);
    }

    /** Those whose title contains the text, in upper or lower case; all of them when it is null. */
    public Listing<Integration> list(@Nullable String search) {
        return new Listing<>(connection, Route.to("integrations").with("search", search), Integration.class);
    }

    /** Lists, stats, reads and signs in the storage; a finding that failed names the permission or header that is missing. Changes nothing. */
    public CheckReport check(UUID id, CheckRequest request) {
        return connection.post(Route.to("integrations", id, "check"), request, CheckReport.class);
    }

    /** Deletes an integration and its secrets. A conflict while upload jobs use it. Items stay, and cannot be signed any more. */
    public void remove(UUID id) {
        connection.delete(Route.to("integrations", id));
    }

    /** Who has which role in it. */
    public Sharing sharing(UUID id) {
        return new Sharing(connection, "integrations", id);
    }
}
