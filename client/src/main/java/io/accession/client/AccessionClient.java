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

    /** Sends nothing yet. {@code server} is an http or https address such as {@code http://127.0.0.1:7171}. */
    public static AccessionClient connect(URI server, String token) {
        return new AccessionClient(new Connection(checked(server), Authorization.bearer(token)));
    }

    /** The same for somebody whose key the server knows. Short-lived tokens are fetched with it as they are needed. */
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

    public Version version() {
        return connection.read(Route.to("version"), Version.class);
    }

    public Folders folders() {
        return new Folders(connection);
    }

    public Integrations integrations() {
        return new Integrations(connection);
    }

    public Items items() {
        return new Items(connection);
    }

    public UploadJobs jobs() {
        return new UploadJobs(connection);
    }

    public Manifests manifests() {
        return new Manifests(connection);
    }

    public Search search() {
        return new Search(connection);
    }

    public Presets presets() {
        return new Presets(connection);
    }

    public Collections collections() {
        return new Collections(connection);
    }

    public Schema schema() {
        return new Schema(connection);
    }

    public Datasets datasets() {
        return new Datasets(connection);
    }

    public Embeddings embeddings() {
        return new Embeddings(connection);
    }

    public Index index() {
        return new Index(connection);
    }

    public Reencodings reencodings() {
        return new Reencodings(connection);
    }

    public Groups groups() {
        return new Groups(connection);
    }

    public Users users() {
        return new Users(connection);
    }
}
