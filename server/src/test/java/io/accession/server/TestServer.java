package io.accession.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.AccessionClient;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.UserGroups;
import io.accession.core.registry.Users;
import io.accession.core.session.FirstAdministrator;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import io.accession.server.http.Authentication;
import io.accession.server.http.HttpServer;
import io.accession.server.http.Operation;
import io.accession.wire.LegacyProtocol;
import io.accession.wire.WireProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** The whole server on a free port, over a database of its own. */
final class TestServer implements AutoCloseable {

    private final TestDatabase database;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path localRoot;
    private final Wiring wiring;
    private final HttpServer http;
    private final Rooms.BackgroundWork background;
    private final String administrator;

    TestServer(FlagValue... settings) {
        this(TestDatabase.migrated(), settings);
    }

    TestServer(TestDatabase database, FlagValue... settings) {
        this.database = database;
        try {
            this.localRoot = Files.createTempDirectory("local-root").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var flags = new ArrayList<>(List.of(settings));
        flags.add(new FlagValue("data", "--data", localRoot.resolve("data").toString()));
        flags.add(new FlagValue("http.port", "--port", "0"));
        flags.add(new FlagValue("storage.local-roots", "--local-root", localRoot.toString()));
        var configuration = ServerConfiguration.read(null, Map.of(), flags);
        this.wiring = new Wiring(
                configuration, database.database(), SealedSecrets.withKeyIn(configuration), () -> Set.of(port()));
        this.http = wiring.httpServer();
        this.http.start();
        this.wiring.startIndex();
        this.background = wiring.startBackgroundWork();
        var admin = wiring.users().builtInAdministrator();
        this.administrator = wiring.users()
                .issueToken(admin.asPrincipal(), admin.id(), "test")
                .token()
                .reveal();
    }

    TestDatabase database() {
        return database;
    }

    Path localRoot() {
        return localRoot;
    }

    Users users() {
        return wiring.users();
    }

    List<Operation> operations() {
        return wiring.operations();
    }

    Authentication authentication() {
        return wiring.authentication();
    }

    /** Calls that wait for the end of a job or a sync. */
    int longPolls() {
        return wiring.longPolls();
    }

    /** Requests that use the database now. */
    int requestsAtTheDatabase() {
        return database.database().pool().requests();
    }

    /** Counts the statements of requests from now on. */
    AtomicInteger countStatements() {
        var statements = new AtomicInteger();
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        return statements;
    }

    void removeUnusedUploads() {
        wiring.removeUnusedUploads();
    }

    UserGroups groups() {
        return wiring.groups();
    }

    LegacyProtocol legacy() {
        return wiring.legacy();
    }

    WireProtocol wire() {
        return wiring.wire();
    }

    int port() {
        return http.port();
    }

    /** A token of the built-in administrator. */
    String administrator() {
        return administrator;
    }

    /** The Java client, as the built-in administrator. */
    AccessionClient client() {
        return AccessionClient.connect(URI.create("http://127.0.0.1:" + port()), administrator);
    }

    /** A token of a new user without special rights. */
    String newUser(String email) {
        return newUser(email, "test");
    }

    String newUser(String email, String tokenName) {
        var admin = wiring.users().builtInAdministrator().asPrincipal();
        var user = wiring.users().add(admin, new NewUser(email, false, null));
        return wiring.users().issueToken(admin, user.id(), tokenName).token().reveal();
    }

    FirstAdministrator firstAdministrator() {
        return wiring.firstAdministrator();
    }

    /** As if the server were new. */
    void forgetAdministrators() {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE app_user SET is_admin = false WHERE email <> 'admin@localhost'"));
    }

    void endOneTimeCodes() {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE one_time_code SET expires_at = now()"));
    }

    /** As if the time went by without a request. */
    void ageSessions(Duration age) {
        database.jdbi()
                .useHandle(handle ->
                        handle.createUpdate("""
                        UPDATE ui_session
                           SET last_seen_at = last_seen_at - make_interval(secs => :age),
                               expires_at = expires_at - make_interval(secs => :age)
                        """).bind("age", age.toSeconds()).execute());
    }

    String storedSessions() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT s::text || encode(s.token_hash, 'escape') FROM ui_session s")
                        .mapTo(String.class)
                        .list())
                .toString();
    }

    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {}

    Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    Answer delete(String token, String path) {
        return send(request(token, path).DELETE());
    }

    Answer post(String token, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer post(String token, String path, String mediaType, byte[] body) {
        return send(request(token, path)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer patch(String token, String path, String body) {
        return patch(token, path, "application/json", body);
    }

    Answer patch(String token, String path, String mediaType, String body) {
        return send(request(token, path)
                .header("Content-Type", mediaType)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var body = response.body().length > 0 && isJson(response)
                    ? Json.lenient().readTree(response.body())
                    : Json.lenient().createObjectNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJson(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
    }

    /** An image of 4 by 3 pixels, or whatever the kind. */
    UUID addItem(UUID folder, String kind, String name) {
        var id = UUID.randomUUID();
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, object_url, mime_type, bytes,
                                          width, height, client_metadata, is_hidden, created_by, created_at, edited_at)
                        VALUES (:id, :folder, :kind, :name, decode(md5(:name), 'hex'), 0, 's3://bucket/' || :name, 'image/jpeg', 7,
                                4, 3, '{"city": "Berlin"}', false, :id, now(), now())
                        """)
                        .bind("id", id)
                        .bind("folder", folder)
                        .bind("kind", kind)
                        .bind("name", name)
                        .execute());
        return id;
    }

    /** What is known of an item's object, and its metadata; both are JSON. */
    void describe(UUID item, String facts, double seconds, String metadata) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        UPDATE item
                           SET media_facts = CAST(:facts AS jsonb), duration_sec = :seconds,
                               client_metadata = CAST(:metadata AS jsonb), changed_xid = pg_current_xact_id()
                         WHERE id = :item
                        """)
                        .bind("item", item)
                        .bind("facts", facts)
                        .bind("seconds", seconds)
                        .bind("metadata", metadata)
                        .execute());
    }

    /** How many vectors came in bulk to an item. */
    long storedVectors(UUID item) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM item_vector WHERE item_id = :item")
                        .bind("item", item)
                        .mapTo(Long.class)
                        .one());
    }

    /** What was noted of the contents of items. */
    List<String> contents() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT concat_ws(' ', i.name, c.attempts, 'attempts', coalesce(CAST(c.retry_at AS text), 'never again'),
                                         c.fault)
                          FROM item_content c JOIN item i ON i.id = c.item_id
                        """).mapTo(String.class).list());
    }

    /** Says where an item's object lies. */
    void place(String item, String integration, URI object) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        UPDATE item SET integration_id = CAST(:integration AS uuid), object_url = :url
                         WHERE id = CAST(:item AS uuid)
                        """)
                        .bind("item", item)
                        .bind("integration", integration)
                        .bind("url", object.toString())
                        .execute());
    }

    /** Images as those above, quickly. */
    void addItems(UUID folder, int count) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, object_url, mime_type, bytes,
                                          width, height, client_metadata, is_hidden, created_by, created_at, edited_at)
                        SELECT gen_random_uuid(), :folder, 'image', CAST(n AS text), decode(md5(CAST(n AS text)), 'hex'), 0,
                               's3://bucket/' || n, 'image/jpeg', 7, 4, 3, '{"city": "Berlin"}', false, :folder, now(), now()
                          FROM generate_series(1, :count) AS n
                        """)
                        .bind("folder", folder)
                        .bind("count", count)
                        .execute());
    }

    void revokeTokens(String name) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE api_token SET revoked_at = now() WHERE name = :name")
                        .bind("name", name)
                        .execute());
    }

    /** Every token that is not for ever. */
    void expireTokens() {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE api_token SET expires_at = now() WHERE expires_at IS NOT NULL"));
    }

    /** Where a reader of the change feed would stand now. */
    String newestChange() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT CAST(pg_current_xact_id() AS text)")
                        .mapTo(String.class)
                        .one());
    }

    int changedSince(String change) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM item WHERE changed_xid > CAST(:change AS xid8)")
                        .bind("change", change)
                        .mapTo(Integer.class)
                        .one());
    }

    /** The item's metadata as it was before its changes. */
    List<String> rememberedMetadata(String item) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT CAST(client_metadata AS text) FROM item_history WHERE item_id = CAST(:item AS uuid)")
                        .bind("item", item)
                        .mapTo(String.class)
                        .list());
    }

    List<UUID> removedItems() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM item_deleted")
                        .mapTo(UUID.class)
                        .list());
    }

    static JsonNode json(String text) {
        try {
            return Json.lenient().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the database holds of storage integrations, as text. */
    String storedIntegrations() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT s::text || encode(coalesce(s.secret, ''), 'escape') FROM storage_integration s")
                        .mapTo(String.class)
                        .list())
                .toString();
    }

    @Override
    public void close() {
        http.close();
        background.close();
        wiring.close();
        database.close();
    }
}
