package io.accession.server;

import io.accession.core.registry.IntegrationVault;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;

/** A running server: catalogue, HTTP and background work in one process. Closing it stops them in the opposite order. */
public final class AccessionServer implements AutoCloseable {

    private final OpenDatabase database;
    private final HttpServer http;
    private final Rooms.BackgroundWork background;
    private final PrivateFile addressFile;
    private final URI address;

    private AccessionServer(
            OpenDatabase database, HttpServer http, Rooms.BackgroundWork background, Path data, String host) {
        this.database = database;
        this.http = http;
        this.background = background;
        this.addressFile = new PrivateFile(data.resolve("server-url"));
        this.address = URI.create("http://" + host + ":" + http.port());
    }

    /** Starts everything; when this returns, requests are answered. */
    public static AccessionServer start(ServerConfiguration configuration, IntegrationVault vault) {
        PrivateFile.makeDirectory(configuration.data());
        var database = OpenDatabase.asOwner(configuration);
        try {
            var wiring = new Wiring(configuration, database.database(), vault);
            AdminToken.ensure(configuration.data(), wiring.users());
            var http = wiring.httpServer();
            http.start();
            var server = new AccessionServer(
                    database,
                    http,
                    wiring.rooms().start(),
                    configuration.data(),
                    configuration.http().localHost());
            server.addressFile.write(server.address.toString());
            return server;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Where programs on this machine reach the server. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        addressFile.remove();
        http.close();
        background.close();
        database.close();
    }
}
