package io.accession.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.AccessionClient;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.UserGroups;
import io.accession.core.registry.Users;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.OneTimeCode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What is in the database, to be looked at and changed behind the server's back. */
    TestRows rows() {
        return new TestRows(database.jdbi());
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

    /** What stands behind the # of a link that signs the built-in administrator in. */
    OneTimeCode signInCode() {
        return wiring.signInCode();
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

    static JsonNode json(String text) {
        try {
            return Json.lenient().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        background.close();
        wiring.close();
        database.close();
    }
}
