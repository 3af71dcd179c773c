package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The directory in which PostgreSQL keeps its data: made once, whole or not at all, with our role and database in it. */
record Cluster(Path directory) {

    static final String ROLE = "accession";
    static final String DATABASE = "accession";

    boolean exists() {
        return Files.isDirectory(directory);
    }

    /**
     * Makes the cluster in a directory beside its place and moves it there when role and database are in it. The superuser's
     * password is forgotten: nobody needs it while PostgreSQL's single-user mode is at hand.
     */
    void create(PostgresBinaries binaries, Privileges privileges, PostgresSettings settings, String rolePassword)
            throws IOException {
        var unfinished = directory.resolveSibling("cluster-unfinished");
        Directories.deleteRecursively(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        privileges.handOver(unfinished);
        initialise(binaries, privileges, settings, unfinished);
        addRoleAndDatabase(binaries, privileges, unfinished, rolePassword);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        Directories.flush(Directories.parent(directory));
    }

    /** Refuses a cluster of another major version, whose files these programs cannot read. */
    void checkVersion() {
        try {
            var version = Files.readString(directory.resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresBinaries.majorVersion())) {
                throw new DatabaseUnavailableException(
                        "The database in " + directory + " was written by PostgreSQL " + version
                                + ", and this Accession carries PostgreSQL " + PostgresBinaries.majorVersion()
                                + ". Run the Accession that wrote it, 'accession backup FILE', and 'accession restore FILE' into a new"
                                + " data directory with this one.");
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "The database in " + directory + " cannot be read: " + Directories.reason(failed)
                            + ". It must belong to the user that runs Accession, or to whom the data directory belongs.",
                    failed);
        }
    }

    private static void initialise(
            PostgresBinaries binaries, Privileges privileges, PostgresSettings settings, Path target)
            throws IOException {
        var passwordFile = Secret.random().writeTo(target.resolveSibling("superuser-password"));
        try {
            privileges.handOver(passwordFile);
            run(
                    privileges,
                    "",
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + target,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--auth=scram-sha-256",
                            "--username=postgres",
                            "--pwfile=" + passwordFile,
                            settings.durable() ? "--sync-method=fsync" : "--no-sync",
                            "--no-instructions"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static void addRoleAndDatabase(
            PostgresBinaries binaries, Privileges privileges, Path target, String rolePassword) throws IOException {
        // Single-user mode takes one statement per line from its input, so the password is in no argument list.
        var statements = "CREATE ROLE " + ROLE + " LOGIN CREATEDB PASSWORD '" + rolePassword + "';\n"
                + "CREATE DATABASE " + DATABASE + " OWNER " + ROLE + ";\n";
        run(
                privileges,
                statements,
                List.of(
                        binaries.program("postgres").toString(),
                        "--single",
                        "-D",
                        target.toString(),
                        "-c",
                        "exit_on_error=on",
                        "-c",
                        "log_min_error_statement=panic",
                        "postgres"));
    }

    private static void run(Privileges privileges, String input, List<String> command) throws IOException {
        var whole = new ArrayList<>(privileges.prefix());
        whole.addAll(command);
        var outcome = PostgresProgram.run(whole, input);
        if (!outcome.succeeded()) {
            throw new DatabaseUnavailableException("PostgreSQL's data directory cannot be made: " + outcome.output());
        }
    }
}
