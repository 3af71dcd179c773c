package io.accession.client;

import io.accession.api.IndexStatus;

/** The search index, for administrators. */
public final class Index {

    private final Connection connection;

    Index(Connection connection) {
        this.connection = connection;
    }

    /** How far the index is behind the catalogue, and what is being built. */
    public IndexStatus status() {
        return connection.read(Route.to("index"), IndexStatus.class);
    }

    /** Begins to build the index anew. What is there answers until the new one has caught up. */
    public IndexStatus rebuild() {
        return connection.post(Route.to("index", "rebuild"), IndexStatus.class);
    }
}
