package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom PostgreSQL's programs run; they refuse to run as root. An ordinary user runs them as itself. Root runs them as the
 * data directory's owner, or, when that is root too, in a user namespace where root is nobody.
 *
 * @param prefix what stands before each command
 * @param owner whom files made for the programs must belong to
 */
record Privileges(List<String> prefix, int owner) {

    private static final int ROOT = 0;

    static Privileges over(Path dataDirectory) {
        try {
            return decide(ownUser(), owner(dataDirectory), dataDirectory);
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "Cannot tell who owns " + dataDirectory + ": " + Directories.reason(failed), failed);
        }
    }

    /** Hands a file or directory made by us over to the user that PostgreSQL's programs run as. */
    void handOver(Path path) throws IOException {
        if (owner != ownUser()) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }

    private static Privileges decide(int user, int directoryOwner, Path dataDirectory) {
        if (user != ROOT) {
            return new Privileges(List.of(), user);
        }
        if (directoryOwner != ROOT) {
            var id = Integer.toString(directoryOwner);
            return new Privileges(
                    List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"), directoryOwner);
        }
        if (!namespacesWork()) {
            throw new DatabaseUnavailableException(
                    "PostgreSQL does not run as root, and this system (often a container) does not let root step down with"
                            + " 'unshare -U'. Either run Accession as an ordinary user, or give the data directory to one"
                            + " (chown -R 1000:1000 '" + dataDirectory
                            + "'): PostgreSQL then runs as that user. Or bring your own PostgreSQL with --database-url.");
        }
        return new Privileges(List.of("unshare", "-U"), ROOT);
    }

    private static boolean namespacesWork() {
        try {
            return PostgresProgram.run(List.of("unshare", "-U", "true"), "").succeeded();
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static int ownUser() throws IOException {
        return owner(Path.of("/proc/self"));
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
