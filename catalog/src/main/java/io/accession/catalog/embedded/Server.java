package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server of one cluster. Only the owner of the data directory may call this. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    // Recovery after a kill replays at most max_wal_size, which slow disks do in minutes.
    private static final Duration PATIENCE_WITH_RECOVERY = Duration.ofMinutes(10);
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(30);
    private static final int ATTEMPTS_TO_FIND_A_PORT = 5;
    private static final int POLL_MILLIS = 20;

    private final Path cluster;
    private final PostgresBinaries binaries;
    private final Privileges privileges;
    private final PostgresSettings settings;

    Server(Path cluster, PostgresBinaries binaries, Privileges privileges, PostgresSettings settings) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.privileges = privileges;
        this.settings = settings;
    }

    /** Gives the server that already runs on this cluster, or starts one. */
    PostmasterFile adoptOrStart() throws IOException, InterruptedException {
        var left = PostmasterFile.readFrom(cluster);
        if (left.isPresent() && left.get().isServerOf(cluster)) {
            var adopted = awaitReadyOrGone(left.get().pid());
            if (adopted) {
                LOG.info(
                        "Took over the PostgreSQL server that a killed process left running (process {})",
                        left.get().pid());
                return PostmasterFile.readFrom(cluster).orElseThrow();
            }
        }
        endOrphans();
        Files.deleteIfExists(
                PostmasterFile.path(cluster)); // of a dead server: its process id may be somebody else's now
        return start();
    }

    /** Ends all sessions, writes a checkpoint and stops; a server that does not stop in time is stopped at once. */
    void stop() throws IOException {
        var running = PostmasterFile.readFrom(cluster);
        if (running.isEmpty() || !running.get().isServerOf(cluster)) {
            return;
        }
        if (!stop("fast", 50)) {
            LOG.warn("PostgreSQL did not stop in time and is stopped at once; its next start takes a little longer");
            stop("immediate", 10);
        }
    }

    private boolean stop(String mode, int seconds) throws IOException {
        var command = new ArrayList<>(privileges.prefix());
        command.addAll(List.of(
                binaries.program("pg_ctl").toString(),
                "stop",
                "--pgdata=" + cluster,
                "--mode=" + mode,
                "--wait",
                "--timeout=" + seconds));
        return PostgresProgram.run(command, "").succeeded();
    }

    private PostmasterFile start() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var port = attempt == 1 ? usualPort() : freePort();
            var process = launch(port);
            if (awaitReadyOrExit(process)) {
                Files.writeString(portFile(), Integer.toString(port));
                return PostmasterFile.readFrom(cluster).orElseThrow();
            }
            awaitChildren(); // the one that writes the log ends after the server
            var said = new ServerLog(launchLog(), cluster.resolve("log")).linesOf(process.pid());
            if (attempt == ATTEMPTS_TO_FIND_A_PORT || !said.contains("could not bind")) {
                throw new DatabaseUnavailableException("PostgreSQL does not start on " + cluster + ": " + said);
            }
        }
    }

    private Process launch(int port) throws IOException {
        // In a session of its own: Ctrl-C in our terminal must not reach it before we have come to an end.
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(privileges.prefix());
        command.addAll(
                List.of(binaries.program("postgres").toString(), "-D", cluster.toString(), "-c", "port=" + port));
        command.addAll(settings.arguments());
        return PostgresProgram.prepared(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(launchLog().toFile())
                .start();
    }

    private boolean awaitReadyOrExit(Process process) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_WITH_RECOVERY.toNanos();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            var written = PostmasterFile.readFrom(cluster);
            if (written.isPresent()
                    && written.get().pid() == process.pid()
                    && written.get().isReady()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw stillBusy(process.pid());
            }
        }
        return false;
    }

    private boolean awaitReadyOrGone(long pid) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_WITH_RECOVERY.toNanos();
        while (ServerProcess.worksIn(pid, cluster)) {
            if (PostmasterFile.readFrom(cluster).map(PostmasterFile::isReady).orElse(false)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw stillBusy(pid);
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    // Children of a killed server end by themselves once they notice, but one that computes notices late. None may
    // write
    // into the cluster when the next server starts.
    private void endOrphans() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_WITH_ORPHANS.toNanos();
        for (var orphans = ServerProcess.in(cluster).toList();
                !orphans.isEmpty();
                orphans = ServerProcess.in(cluster).toList()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailableException("Processes of a killed PostgreSQL server do not end: "
                        + orphans.stream().map(ProcessHandle::pid).toList() + ". End them (kill -9) and start again.");
            }
            orphans.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void awaitChildren() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_WITH_ORPHANS.toNanos();
        while (System.nanoTime() < deadline
                && ServerProcess.in(cluster).findAny().isPresent()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private DatabaseUnavailableException stillBusy(long pid) {
        return new DatabaseUnavailableException("PostgreSQL (process " + pid + ") on " + cluster
                + " has not become ready within " + PATIENCE_WITH_RECOVERY.toMinutes() + " minutes; its log is in "
                + cluster.resolve("log"));
    }

    // The port of the last time, when there is one: workers that joined find the server again after a restart.
    private int usualPort() throws IOException {
        return Files.exists(portFile())
                ? Integer.parseInt(Files.readString(portFile()).strip())
                : freePort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }

    private Path portFile() {
        return cluster.resolveSibling("port");
    }

    private Path launchLog() {
        return cluster.resolveSibling("start.log");
    }
}
