package io.accession.catalog.backup;

import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.Schema;
import io.accession.catalog.backup.BackupContents.SavedSequence;
import io.accession.catalog.backup.BackupContents.SavedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * Brings a backup back. Everything is compared with its checksums before anything changes, and all rows come in one
 * transaction. Stop Accession first: whoever works on the database meanwhile is waited for, and what it writes is lost.
 *
 * <p>The change feed: {@code changed_xid} and every other column of type {@code xid8} is not saved, and its default gives all
 * restored rows the number of the restoring transaction, which is a valid one in this cluster. A reader's watermark of an
 * earlier time still means nothing for what was restored: rows that a replaced catalogue held have left no
 * {@code item_deleted} behind. So a restore gives the catalogue a new {@code incarnation}; a reader keeps it beside its
 * watermark, and rebuilds when it finds another.
 */
public final class Restore {

    // What a server writes of its own accord does not make a catalogue.
    private static final Set<String> HOUSEKEEPING = Set.of("incarnation", "scheduled_tasks");

    private final DatabaseAddress address;

    public Restore(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Fills an empty or freshly migrated database. An older backup needs an empty one: it gets the tables of its time, and
     * they are brought up to date when the rows are in.
     *
     * @param replace whether to throw away what a filled database holds
     * @throws BackupException if the file is damaged, foreign or of a newer version, or the database is not empty
     */
    public BackupContents readFrom(Path file, boolean replace) {
        try (var backup = BackupFile.open(file)) {
            backup.verify();
            var schema = new Schema(address);
            var saved = MigrationVersion.fromVersion(backup.contents().schemaVersion());
            var newest = schema.newestVersion();
            if (saved.isNewerThan(newest)) {
                throw new BackupException("The backup was made by a newer Accession (schema " + saved
                        + "). Restore it with that version or a newer one.");
            }
            schema.migrateTo(saved.getVersion());
            load(backup, replace);
            if (newest.isNewerThan(saved)) {
                schema.migrate();
            }
            return backup.contents();
        } catch (SQLException | IOException failed) {
            throw new BackupException(file + " cannot be restored: " + failed.getMessage(), failed);
        }
    }

    private void load(BackupFile backup, boolean replace) throws SQLException, IOException {
        try (var connection = BackupConnection.open(address)) {
            var tables = new Tables(connection);
            requireSameVersion(backup.contents(), tables.schemaVersion());
            var columns = tables.columns();
            requireSameTables(backup.contents(), columns);
            empty(connection, columns.keySet(), replace);
            for (var table : backup.contents().tables()) {
                loadTable(connection, backup, table);
            }
            for (var sequence : backup.contents().sequences()) {
                setSequence(connection, sequence);
            }
            if (columns.containsKey("incarnation")) { // an older catalogue gets one by being brought up to date
                run(connection, "UPDATE incarnation SET id = gen_random_uuid()");
            }
            connection.commit();
        }
    }

    private static void requireSameVersion(BackupContents contents, String present) {
        if (!present.equals(contents.schemaVersion())) {
            throw new BackupException("The backup has tables of version " + contents.schemaVersion()
                    + " and the database of version " + present
                    + ". Restore it into an empty database: a new data directory, or one made by CREATE DATABASE.");
        }
    }

    private static void requireSameTables(BackupContents contents, Map<String, List<String>> present) {
        var saved = contents.tables().stream().collect(Collectors.toMap(SavedTable::name, SavedTable::columns));
        if (!saved.equals(present)) {
            throw new BackupException("The backup's tables are not those of this database, though both are of version "
                    + contents.schemaVersion() + ": it was made by another build of Accession.");
        }
    }

    private void empty(Connection connection, Collection<String> tables, boolean replace) throws SQLException {
        var names = tables.stream().map(Tables::quoted).collect(Collectors.joining(", "));
        run(connection, "LOCK TABLE " + names + " IN ACCESS EXCLUSIVE MODE");
        for (var table : tables) {
            if (!replace && !HOUSEKEEPING.contains(table) && hasRows(connection, table)) {
                throw new BackupException("The database " + address + " is not empty (table " + table
                        + " has rows). Restore into an empty one, or give --replace to throw away what is there.");
            }
        }
        run(connection, "TRUNCATE " + names);
    }

    private static void loadTable(Connection connection, BackupFile backup, SavedTable table)
            throws SQLException, IOException {
        var copy = "COPY " + BackupConnection.target(table.name(), table.columns()) + " FROM STDIN (FORMAT binary)";
        try (var rows = backup.rows(table)) {
            var loaded = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
            if (loaded != table.rows()) {
                throw new BackupException("Table " + table.name() + " has " + table.rows() + " rows in the backup, but "
                        + loaded + " came in. Nothing was changed.");
            }
        }
    }

    // Not setval(), which a rollback does not take back.
    private static void setSequence(Connection connection, SavedSequence sequence) throws SQLException {
        run(connection, "ALTER SEQUENCE " + Tables.quoted(sequence.name()) + " RESTART WITH " + sequence.next());
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM " + Tables.quoted(table) + " LIMIT 1")) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
