package io.accession.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds after something was killed, and what it makes of it. */
class KilledServerTest {

    @TempDir
    static Path temporary;

    private static DataDirectories directories;

    @BeforeAll
    static void makeTemplate() {
        directories = DataDirectories.under(temporary);
    }

    @Test
    void aServerWhoseOwnerWasKilledIsTakenOver() throws Exception {
        var data = directories.copy("adopted");
        var owner = ServerInChild.start(data, directories.programs());
        var server = owner.answer();
        owner.kill();

        try (var running = directories.postgres(data).start()) {
            assertThat("running " + running.pid()).isEqualTo(server);
            assertThat(count(running.address(), "SELECT 1")).isEqualTo(1);
        }
        assertThat(ServerProcess.in(DataDirectories.cluster(data))).isEmpty();
    }

    @Test
    void committedRowsSurviveAKilledServer() throws Exception {
        var data = directories.copy("killed");
        var durable = new EmbeddedPostgres(data, directories.programs(), PostgresSettings.standard());
        try (var running = durable.start()) {
            jdbi(running.address())
                    .useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n"));
            kill(running.pid());
        }

        try (var again = durable.start()) {
            assertThat(count(again.address(), "SELECT count(*) FROM kept")).isEqualTo(1000);
        }
    }

    @Test
    void aChildThatOutlivesItsKilledServerIsEndedBeforeTheNextStart() throws Exception {
        var data = directories.copy("busy-child");
        long backend;
        try (var running = directories.postgres(data).start();
                var connection = jdbi(running.address()).open()) {
            backend = connection
                    .createQuery("SELECT pg_backend_pid()")
                    .mapTo(Long.class)
                    .one();
            signal("STOP", backend); // too busy to notice
            kill(running.pid());
        }

        try (var again = directories.postgres(data).start()) {
            assertThat(ServerProcess.worksIn(backend, DataDirectories.cluster(data)))
                    .isFalse();
            assertThat(count(again.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aFileOfADeadServerDoesNotStandInTheWay() throws IOException {
        var data = directories.copy("stale");
        leaveFile(data, 4_000_000); // beyond the largest process id of Linux

        try (var running = directories.postgres(data).start()) {
            assertThat(count(running.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aProcessThatGotADeadServersIdIsLeftAlone() throws Exception {
        var data = directories.copy("foreign");
        var stranger = new ProcessBuilder("sleep", "1000").start();
        leaveFile(data, stranger.pid());

        try (var running = directories.postgres(data).start()) {
            assertThat(count(running.address(), "SELECT 1")).isEqualTo(1);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aCopyOfARunningDataDirectoryDoesNotTakeOverTheOriginalsServer() throws Exception {
        var data = directories.copy("original");
        try (var original = directories.postgres(data).start()) {
            var copy = directories.copy("copied-meanwhile");
            Files.copy(
                    PostmasterFile.path(DataDirectories.cluster(data)),
                    PostmasterFile.path(DataDirectories.cluster(copy)));

            try (var second = directories.postgres(copy).start()) {
                assertThat(second.pid()).isNotEqualTo(original.pid());
            }
            assertThat(count(original.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void anEmptyFileOfAServerThatDiedAtItsStartDoesNotStandInTheWay() throws IOException {
        var data = directories.copy("empty");
        Files.createFile(PostmasterFile.path(DataDirectories.cluster(data)));

        try (var running = directories.postgres(data).start()) {
            assertThat(count(running.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aClusterThatWasNotFinishedIsMadeAnew() throws IOException {
        var data = Files.createDirectories(temporary.resolve("unfinished"));
        Files.createDirectories(data.resolve("postgres/cluster-unfinished/base"));

        try (var running = directories.postgres(data).start()) {
            assertThat(count(running.address(), "SELECT 1")).isEqualTo(1);
        }
    }

    private static void leaveFile(Path data, long pid) throws IOException {
        var cluster = DataDirectories.cluster(data);
        var lines =
                List.of(Long.toString(pid), cluster.toString(), "1700000000", "5432", "", "127.0.0.1", "", "ready   ");
        Files.write(PostmasterFile.path(cluster), lines);
    }

    private static void kill(long pid) {
        var server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private static int count(DatabaseAddress address, String query) {
        return jdbi(address)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static Jdbi jdbi(DatabaseAddress address) {
        return Jdbi.create(address.jdbcUrl(), address.user(), address.password());
    }
}
