package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server writes about itself into {@code postmaster.pid}. The file stays behind when the server is killed,
 * and its process id may belong to somebody else by then: only {@link #isServerOf} tells.
 */
record PostmasterFile(long pid, int port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when there is no file, or when it is not written to its end yet. */
    static Optional<PostmasterFile> readFrom(Path cluster) {
        try {
            return parse(Files.readAllLines(path(cluster)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** Whether the process is alive and has made this cluster its working directory, as every PostgreSQL server does. */
    boolean isServerOf(Path cluster) {
        return ServerProcess.worksIn(pid, cluster);
    }

    private static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var pid = Math.abs(Long.parseLong(lines.getFirst().strip())); // negative: a server in single-user mode
        var port =
                lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
        var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
        return Optional.of(new PostmasterFile(pid, port, status));
    }
}
