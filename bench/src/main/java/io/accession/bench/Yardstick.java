package io.accession.bench;

import io.accession.catalog.DatabaseAddress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * What a database administrator would do with psql: COPY the final item rows, in text form, from a file, over one connection, into an
 * empty table with the primary key, the identity constraint and the feed index, and nothing else.
 */
final class Yardstick {

    private final DatabaseAddress address;
    private final Path rows;

    Yardstick(DatabaseAddress address, Path rows) {
        this.address = address;
        this.rows = rows;
    }

    /** Takes the rows of the item table as they are now. */
    void takeRows() throws SQLException, IOException {
        try (var connection = connect();
                var out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 20)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY item TO STDOUT", out);
        }
    }

    Duration run() throws SQLException, IOException {
        try (var connection = connect()) {
            makeTable(connection);
            var start = System.nanoTime();
            try (var in = new BufferedInputStream(Files.newInputStream(rows), 1 << 20)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY yardstick FROM STDIN", in, 1 << 16);
            }
            var taken = Duration.ofNanos(System.nanoTime() - start);
            execute(connection, "DROP TABLE yardstick");
            return taken;
        }
    }

    private static void makeTable(Connection connection) throws SQLException {
        execute(connection, "DROP TABLE IF EXISTS yardstick");
        execute(connection, "CREATE TABLE yardstick (LIKE item INCLUDING DEFAULTS)");
        execute(connection, "ALTER TABLE yardstick ADD PRIMARY KEY (id)");
        execute(connection, "ALTER TABLE yardstick ADD UNIQUE (folder_id, identity_hash, duplicate_no)");
        execute(connection, "CREATE INDEX ON yardstick (changed_xid, id)");
    }

    /** Empties the tables that a run fills and all that refer to them, so that each run starts as the yardstick does. */
    void emptyCatalogue() throws SQLException {
        try (var connection = connect()) {
            execute(
                    connection,
                    "TRUNCATE item, item_member, item_history, item_deleted, upload_job, upload_slice, upload_unit"
                            + " CASCADE");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
