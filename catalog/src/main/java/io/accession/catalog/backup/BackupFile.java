package io.accession.catalog.backup;

import com.github.luben.zstd.ZstdInputStream;
import io.accession.catalog.backup.BackupContents.SavedTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that lies on disk: a ZIP file with a zstd stream for each table and a list of its contents, in JSON. */
final class BackupFile implements AutoCloseable {

    static final String CONTENTS = "contents.json";

    private final Path path;
    private final ZipFile zip;
    private final BackupContents contents;

    private BackupFile(Path path, ZipFile zip, BackupContents contents) {
        this.path = path;
        this.zip = zip;
        this.contents = contents;
    }

    static BackupFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BackupException(path + " does not exist, or is not a file.");
        }
        try {
            var zip = new ZipFile(path.toFile());
            try (var json = stream(zip, CONTENTS)) {
                return new BackupFile(path, zip, ContentsJson.read(json));
            } catch (IOException damaged) {
                zip.close();
                throw damaged;
            }
        } catch (ZipException notComplete) {
            throw new BackupException(
                    path + " is not a backup, or it is cut off: " + notComplete.getMessage(), notComplete);
        } catch (IOException failed) {
            throw new BackupException(path + " cannot be restored: " + failed.getMessage(), failed);
        }
    }

    BackupContents contents() {
        return contents;
    }

    /** Reads everything once and compares it with its checksums. */
    void verify() {
        for (var table : contents.tables()) {
            try (var rows = new DigestInputStream(rows(table), sha256())) {
                rows.transferTo(OutputStream.nullOutputStream());
                if (!table.checksum().equals(hexadecimal(rows.getMessageDigest()))) {
                    throw new BackupException(path + " is damaged: the rows of table " + table.name()
                            + " are not those that were saved.");
                }
            } catch (IOException damaged) {
                throw new BackupException(
                        path + " is damaged: the rows of table " + table.name() + " cannot be read ("
                                + damaged.getMessage() + ").",
                        damaged);
            }
        }
    }

    /** The table's rows in PostgreSQL's binary COPY format. */
    InputStream rows(SavedTable table) throws IOException {
        return new ZstdInputStream(stream(zip, entryName(table.name())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static String entryName(String table) {
        return "tables/" + table + ".copy.zst";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static String hexadecimal(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it lacks " + name);
        }
        return zip.getInputStream(entry);
    }
}
