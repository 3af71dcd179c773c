package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that Accession carries in its class path, unpacked once per version. */
record PostgresBinaries(Path directory) {

    private static final String VERSION = readVersion();

    /** Unpacks into {@code parent/<version>} unless that is there already; what is there is always complete. */
    static PostgresBinaries unpackedUnder(Path parent) {
        var directory = parent.resolve(VERSION);
        if (!Files.isDirectory(directory)) {
            unpack(parent, directory);
        }
        return new PostgresBinaries(directory);
    }

    /** The number before the first dot: data directories of different major versions cannot be read by one another. */
    static String majorVersion() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static void unpack(Path parent, Path directory) {
        try {
            Files.createDirectories(parent);
            var unfinished = Files.createTempDirectory(parent, "unpacking-");
            try (var archive = openArchive()) {
                unpackArchive(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveIntoPlace(unfinished, directory);
            } finally {
                Directories.deleteRecursively(unfinished);
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "PostgreSQL's programs cannot be unpacked into " + parent + ": " + Directories.reason(failed),
                    failed);
        }
    }

    private static void moveIntoPlace(Path unfinished, Path directory) throws IOException {
        try {
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.isDirectory(directory)) { // otherwise another process was faster, with the same content
                throw failed;
            }
        }
    }

    private static InputStream openArchive() {
        var name = "/postgres-" + system() + "-" + machine() + ".txz";
        var archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new DatabaseUnavailableException("This build of Accession carries no PostgreSQL for this platform ("
                    + name + " is not on the class path). Give it a PostgreSQL 15 or newer with --database-url.");
        }
        return archive;
    }

    private static void unpackArchive(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, target);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Directories.parent(path));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        Directories.flush(path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    // Everything else about the server's process is read from /proc: the embedded server is for Linux.
    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        var name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static String readVersion() {
        try (var stream = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
