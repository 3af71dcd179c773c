package io.accession.server.endtoend;

import io.accession.catalog.DatabaseAddress;
import io.accession.server.AccessionServer;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole server in this JVM, on a free port, over a database that somebody else runs. */
final class OwnServer implements AutoCloseable {

    private final AccessionServer server;
    private final Visitor visitor;

    private OwnServer(AccessionServer server, Visitor visitor) {
        this.server = server;
        this.visitor = visitor;
    }

    /** Local integrations may lie in {@code data}. {@code more} are further settings. */
    static OwnServer start(Path data, DatabaseAddress database, FlagValue... more) {
        var server = AccessionServer.start(configuration(data, database, more));
        return new OwnServer(server, Visitor.of(server.address(), data));
    }

    private static ServerConfiguration configuration(Path data, DatabaseAddress database, FlagValue... more) {
        var flags = new ArrayList<>(List.of(
                new FlagValue("data", "--data", data.toString()),
                new FlagValue("http.port", "--port", "0"),
                new FlagValue("storage.local-roots", "--local-root", data.toString()),
                new FlagValue("database.url", "--database-url", database.jdbcUrl()),
                new FlagValue("database.user", "--database-user", database.user()),
                new FlagValue("database.password", "--database-password", database.password())));
        flags.addAll(List.of(more));
        return ServerConfiguration.read(null, Map.of(), flags);
    }

    Visitor visitor() {
        return visitor;
    }

    @Override
    public void close() {
        server.close();
    }
}
