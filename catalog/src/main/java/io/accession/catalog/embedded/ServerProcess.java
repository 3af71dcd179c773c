package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells a cluster's own processes from all others, so that no foreign process is ever waited for or ended. */
final class ServerProcess {

    private ServerProcess() {}

    /** Whether the process is alive, is a PostgreSQL program and works in this directory. */
    static boolean worksIn(long pid, Path directory) {
        return ProcessHandle.of(pid)
                .map(process -> isPostgresIn(process, directory))
                .orElse(false);
    }

    /** All of a cluster's living processes: the server, or the children that outlive a killed server for a moment. */
    static Stream<ProcessHandle> in(Path directory) {
        return ProcessHandle.allProcesses().filter(process -> isPostgresIn(process, directory));
    }

    private static boolean isPostgresIn(ProcessHandle process, Path directory) {
        var facts = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.isSameFile(facts.resolve("cwd"), directory)
                    && Files.readSymbolicLink(facts.resolve("exe")).toString().contains("/bin/postgres");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
