package io.accession.catalog.backup;

import com.github.luben.zstd.ZstdOutputStream;
import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.backup.BackupContents.SavedTable;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Saves all tables, as they are at one moment, while others go on reading and writing. Memory does not grow with the
 * database. Secrets of storage integrations are saved as they are stored, sealed: they are of no use without the key file,
 * which is not in the backup.
 */
public final class Backup {

    private final DatabaseAddress address;
    private final Clock clock;

    public Backup(DatabaseAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /**
     * Writes a new file that only its owner can read. It appears under its name when it is complete and on the disk.
     *
     * @throws BackupException if the file exists or cannot be written, or the database fails; then no file is left
     */
    public BackupContents writeTo(Path file) {
        if (Files.exists(file)) {
            throw new BackupException(file + " is already there; choose a name that is not taken.");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            var contents = write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            flushDirectoryOf(file);
            return contents;
        } catch (IOException | SQLException failed) {
            throw new BackupException("The backup " + file + " cannot be written: " + reason(failed), failed);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private BackupContents write(Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var connection = BackupConnection.open(address);
                var channel = FileChannel.open(file, options, ownerOnly);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            zip.setLevel(Deflater.NO_COMPRESSION); // zstd has done its work
            var contents = save(connection, zip);
            writeContents(contents, zip);
            zip.finish();
            zip.flush();
            channel.force(true);
            return contents;
        }
    }

    private BackupContents save(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        var tables = new Tables(connection);
        if (!tables.exist()) {
            throw new BackupException("The database " + address + " holds no catalogue; there is nothing to save.");
        }
        var madeAt = clock.instant();
        var saved = new ArrayList<SavedTable>();
        for (var table : tables.columns().entrySet()) {
            saved.add(saveTable(connection, table.getKey(), table.getValue(), zip));
        }
        return new BackupContents(
                tables.schemaVersion(),
                connection.getMetaData().getDatabaseMajorVersion(),
                madeAt,
                saved,
                tables.sequences()); // read last: never behind the rows
    }

    private static SavedTable saveTable(Connection connection, String table, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        var copy = "COPY " + BackupConnection.target(table, columns) + " TO STDOUT (FORMAT binary)";
        zip.putNextEntry(new ZipEntry(BackupFile.entryName(table)));
        var compressed = new ZstdOutputStream(new Unclosed(zip), 1);
        var digest = BackupFile.sha256();
        long rows;
        try (var target = new DigestOutputStream(compressed, digest)) {
            rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, target);
        }
        zip.closeEntry();
        return new SavedTable(table, columns, rows, BackupFile.hexadecimal(digest));
    }

    private static void writeContents(BackupContents contents, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupFile.CONTENTS));
        ContentsJson.write(contents, zip);
        zip.closeEntry();
    }

    private static void flushDirectoryOf(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String reason(Exception failed) {
        return failed instanceof java.nio.file.FileSystemException file
                ? file.getClass().getSimpleName().replace("Exception", "") + " " + file.getFile()
                : String.valueOf(failed.getMessage());
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException left) {
            return; // the failure that brought us here is the one to tell
        }
    }

    /** Ends with its table and leaves the ZIP file open for the next one. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
