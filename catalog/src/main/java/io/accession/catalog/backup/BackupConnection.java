package io.accession.catalog.backup;

import io.accession.catalog.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** A connection of a backup's or a restore's own: one transaction, no time limits. */
final class BackupConnection {

    private BackupConnection() {}

    static Connection open(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "accession backup");
        properties.setProperty(
                "options", "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=30s");
        var connection = DriverManager.getConnection(address.jdbcUrl(), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A table with its columns, as COPY names them. */
    static String target(String table, List<String> columns) {
        var names = columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
        return Tables.quoted(table) + " (" + names + ")";
    }
}
