package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * PostgreSQL under a data directory: programs, cluster and password lie in {@code <data>/postgres}. One process owns a data
 * directory at a time and starts and stops the server; any number of others on the same machine join it.
 *
 * <p>Every way to fail is a {@link DatabaseUnavailableException} whose message tells the cure.
 */
public final class EmbeddedPostgres {

    private final Path dataDirectory;
    private final Path home;
    private final Path programs;
    private final Cluster cluster;
    private final PostgresSettings settings;

    public EmbeddedPostgres(Path dataDirectory, PostgresSettings settings) {
        this(dataDirectory, dataDirectory.toAbsolutePath().resolve("postgres"), settings);
    }

    /** With the programs unpacked elsewhere, so that several data directories share them. */
    public EmbeddedPostgres(Path dataDirectory, Path programs, PostgresSettings settings) {
        this.dataDirectory = dataDirectory.toAbsolutePath();
        this.home = this.dataDirectory.resolve("postgres");
        this.programs = programs;
        this.cluster = new Cluster(home.resolve("cluster"));
        this.settings = settings;
    }

    /** Whether the data directory holds a cluster, running or not. */
    public boolean exists() {
        return cluster.exists();
    }

    /**
     * Becomes the owner of the data directory and gives its server: a new one in a new cluster, a new one in the cluster that
     * is there, or the one that a killed owner left running.
     */
    public RunningPostgres start() {
        makeDirectory(dataDirectory);
        var lock = OwnerLock.take(dataDirectory);
        try {
            return startOwned(lock);
        } catch (IOException failed) {
            release(lock);
            throw new DatabaseUnavailableException(
                    "PostgreSQL cannot be started in " + home + ": " + Directories.reason(failed), failed);
        } catch (InterruptedException interrupted) {
            release(lock);
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while PostgreSQL was starting", interrupted);
        } catch (RuntimeException failed) {
            release(lock);
            throw failed;
        }
    }

    /** Joins the server that another process runs on this data directory, waiting for it as long as {@code patience}. */
    public RunningPostgres join(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var running = PostmasterFile.readFrom(cluster.directory())
                    .filter(file -> file.isReady() && file.isServerOf(cluster.directory()));
            if (running.isPresent()) {
                return joined(running.get());
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailableException("No Accession runs on " + dataDirectory
                        + ". Start 'accession serve' with this data directory first, or give --database-url.");
            }
            pause();
        }
    }

    /** Stops the server that a killed owner left running, if there is one; refuses when the owner lives. */
    public void stopLeftOver() {
        try (var _ = OwnerLock.take(dataDirectory)) {
            server(Privileges.over(dataDirectory)).stop();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", failed);
        }
    }

    private RunningPostgres startOwned(OwnerLock lock) throws IOException, InterruptedException {
        var privileges = Privileges.over(dataDirectory);
        makeDirectory(home);
        privileges.handOver(home);
        var password = password();
        if (!cluster.exists()) {
            cluster.create(PostgresBinaries.unpackedUnder(programs), privileges, settings, password.text());
        }
        cluster.checkVersion();
        var server = server(privileges);
        var running = server.adoptOrStart();
        return new RunningPostgres(address(running, password), running.pid(), () -> {
            try (lock) {
                server.stop();
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL could not be stopped", failed);
            }
        });
    }

    private Server server(Privileges privileges) {
        var binaries = PostgresBinaries.unpackedUnder(programs);
        return new Server(cluster.directory(), binaries, privileges, settings);
    }

    private RunningPostgres joined(PostmasterFile running) {
        try {
            return new RunningPostgres(address(running, Secret.readFrom(passwordFile())), running.pid(), () -> {});
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "The database's password cannot be read: " + Directories.reason(failed)
                            + ". A worker runs as the same user as 'accession serve'.",
                    failed);
        }
    }

    private Secret password() throws IOException {
        if (Files.exists(passwordFile())) {
            return Secret.readFrom(passwordFile());
        }
        if (cluster.exists()) {
            throw new DatabaseUnavailableException("The password of the database in " + cluster.directory()
                    + " is missing: " + passwordFile() + ". Put that file back from your copy of the data directory.");
        }
        var made = Secret.random();
        made.writeTo(passwordFile());
        return made;
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private static DatabaseAddress address(PostmasterFile running, Secret password) {
        var url = "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + Cluster.DATABASE;
        return new DatabaseAddress(url, Cluster.ROLE, password.text());
    }

    private static void makeDirectory(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "The directory " + directory + " cannot be made: " + Directories.reason(failed), failed);
        }
    }

    private static void release(OwnerLock lock) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for the database", interrupted);
        }
    }
}
