package io.accession.server;

import io.accession.core.session.OneTimeCode;
import io.accession.server.configuration.HttpConfiguration;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A running server: catalogue, HTTP and background work in one process. Closing it stops them in the opposite order. */
public final class AccessionServer implements AutoCloseable {

    private final OpenDatabase database;
    private final Wiring wiring;
    private final HttpServer http;
    private final Rooms.BackgroundWork background;
    private final PrivateFile addressFile;
    private final URI address;
    private final String administratorToken;
    private final URI page;
    private final Optional<OneTimeCode> invitation;

    private AccessionServer(
            ServerConfiguration configuration,
            OpenDatabase database,
            Wiring wiring,
            HttpServer http,
            Rooms.BackgroundWork background,
            String administratorToken,
            Optional<OneTimeCode> invitation) {
        this.database = database;
        this.wiring = wiring;
        this.http = http;
        this.background = background;
        this.addressFile = new PrivateFile(configuration.data().resolve("server-url"));
        this.address = URI.create("http://" + configuration.http().localHost() + ":" + http.port());
        this.administratorToken = administratorToken;
        this.page = configuration.http().publicUrl().orElse(address);
        this.invitation = invitation;
    }

    /**
     * Starts everything; when this returns, requests are answered.
     *
     * @throws UncheckedIOException when the port cannot be had; then nothing was touched
     */
    public static AccessionServer start(ServerConfiguration configuration) {
        Logging.configure(configuration.logLevel(), configuration.http().accessLog());
        requireFreePort(configuration.http());
        PrivateFile.makeDirectory(configuration.data());
        var database = OpenDatabase.asOwner(configuration);
        try {
            return start(configuration, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The HTTP library reports a port that it cannot bind to its log alone. */
    private static void requireFreePort(HttpConfiguration http) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(http.host(), http.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + http.port() + " of " + http.host() + " cannot be had. Choose another one with --port", e);
        }
    }

    private static AccessionServer start(ServerConfiguration configuration, OpenDatabase database) {
        Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();
        database.port().ifPresent(ownPorts::add);
        var wiring = new Wiring(
                configuration, database.database(), SealedSecrets.withKeyIn(configuration), () -> Set.copyOf(ownPorts));
        var token = AdminToken.ensure(configuration.data(), wiring.users());
        wiring.startIndex();
        var http = wiring.httpServer();
        http.start();
        ownPorts.add(http.port());
        var server = new AccessionServer(
                configuration,
                database,
                wiring,
                http,
                wiring.startBackgroundWork(),
                token,
                wiring.firstAdministrator().invite());
        server.addressFile.write(server.address.toString());
        return server;
    }

    /** Where programs on this machine reach the server. */
    public URI address() {
        return address;
    }

    /** What the command line on this machine gets in with. */
    public String administratorToken() {
        return administratorToken;
    }

    /** Where the first administrator chooses a password, for an hour; empty when there is one. */
    public Optional<URI> welcomePage() {
        return invitation.map(code -> page("welcome#" + code.reveal()));
    }

    /** Where a browser is signed in as the built-in administrator, once and within the hour. */
    public URI signInPage() {
        return page("sign-in#" + wiring.signInCode().reveal());
    }

    private URI page(String path) {
        var base = page.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + path);
    }

    @Override
    public void close() {
        addressFile.remove();
        http.close();
        background.close();
        wiring.close();
        database.close();
    }
}
