package io.accession.client;

import io.accession.api.Version;
import java.net.URI;
import java.time.InstantSource;

/** A connection to one Accession server. Safe for use by many threads. Holds nothing open between calls. */
public final class AccessionClient {

    private final Connection connection;

    private AccessionClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * A client that proves with an API token whose it is. Sends nothing yet.
     *
     * @param server an http or https address such as {@code http://127.0.0.1:7171}
     * @param token as {@code accession user add} or the profile page has shown it once
     * @throws IllegalArgumentException when the address is of another kind
     */
    public static AccessionClient connect(URI server, String token) {
        return new AccessionClient(new Connection(checked(server), Authorization.bearer(token)));
    }

    /**
     * The same for somebody whose SSH key the server knows. Tokens that last an hour are fetched with it as they are needed.
     *
     * @throws IllegalArgumentException when the address is neither http nor https
     */
    public static AccessionClient connect(URI server, SigningKey key) {
        var authorization = new SignedToken(checked(server), key, InstantSource.system());
        return new AccessionClient(new Connection(server, authorization));
    }

    private static URI checked(URI server) {
        var scheme = server.getScheme();
        if (server.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("'" + server + "' is not an http or https address");
        }
        return server;
    }

    /** Who answers. Also the shortest way to find out whether the address and the credentials are right. */
    public Version version() {
        return connection.read(Route.to("version"), Version.class);
    }

    /** Folders: making, listing, moving, sharing, syncing. */
    public Folders folders() {
        return new Folders(connection);
    }

    /** Customer storages and the credentials that they are reached with. */
    public Integrations integrations() {
        return new Integrations(connection);
    }

    /** Items: listing, changing, signing, comparing with what lies in storage. */
    public Items items() {
        return new Items(connection);
    }

    /** Registering manifests, and following how it goes. */
    public UploadJobs jobs() {
        return new UploadJobs(connection);
    }

    /** Manifests out of what lies in a storage. */
    public Manifests manifests() {
        return new Manifests(connection);
    }

    /** Finding items by metadata, words and likeness. */
    public Search search() {
        return new Search(connection);
    }

    /** Filters with a name. */
    public Presets presets() {
        return new Presets(connection);
    }

    /** Items that were picked out. */
    public Collections collections() {
        return new Collections(connection);
    }

    /** The types of client metadata. */
    public Schema schema() {
        return new Schema(connection);
    }

    /** Items chosen for a purpose. */
    public Datasets datasets() {
        return new Datasets(connection);
    }

    /** Vectors in bulk, and their maps. */
    public Embeddings embeddings() {
        return new Embeddings(connection);
    }

    /** How the search index is. */
    public Index index() {
        return new Index(connection);
    }

    /** Videos made anew. */
    public Reencodings reencodings() {
        return new Reencodings(connection);
    }

    /** Users who get their roles together. */
    public Groups groups() {
        return new Groups(connection);
    }

    /** Who may use the server. */
    public Users users() {
        return new Users(connection);
    }
}
