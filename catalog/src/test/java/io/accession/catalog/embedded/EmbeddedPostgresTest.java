package io.accession.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    static Path temporary;

    private static DataDirectories directories;

    @BeforeAll
    static void makeTemplate() {
        directories = DataDirectories.under(temporary);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException {
        var data = directories.copy("restart");
        try (var running = directories.postgres(data).start()) {
            execute(running, "CREATE TABLE kept AS SELECT 7 AS n");
        }

        try (var running = directories.postgres(data).start()) {
            assertThat(ask(running, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void theServerKeepsItsPortOverARestartSoThatWorkersFindIt() throws IOException {
        var data = directories.copy("port");
        var first = portAfterAStart(data);

        var second = portAfterAStart(data);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aTakenPortIsReplacedByAFreeOne() throws IOException {
        var data = directories.copy("taken");
        var port = portAfterAStart(data);
        try (var squatter = new ServerSocket()) {
            squatter.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));

            assertThat(portAfterAStart(data)).isNotEqualTo(port);
        }
    }

    @Test
    void theApplicationsRoleOwnsItsDatabaseAndIsNoSuperuser() throws IOException {
        try (var running = directories.postgres(directories.copy("role")).start()) {
            assertThat(ask(running, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(
                            running,
                            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("accession");
        }
    }

    @Test
    void aDurableServerFlushesChecksAndListensOnLoopbackOnly() throws IOException {
        var data = directories.copy("durable");
        try (var running = new EmbeddedPostgres(data, directories.programs(), PostgresSettings.standard()).start()) {
            assertThat(ask(running, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(running, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(running, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(running, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(running, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(running, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void thePasswordIsNeededAndReadableForItsOwnerOnly() throws IOException {
        var data = directories.copy("password");
        try (var running = directories.postgres(data).start()) {
            var guessing = Jdbi.create(running.jdbcUrl(), running.user(), "guess");

            assertThatThrownBy(guessing::open).hasStackTraceContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aPathWithSpacesQuotesAndOtherLettersWorks() throws Exception {
        var data = directories.copy("a $HOME \"quoted\" path");
        try (var child = ServerInChild.start(data.resolve("ärchive 東京"), directories.programs())) {
            assertThat(child.answer()).startsWith("running");
        }
    }

    @Test
    void aSecondOwnerIsToldTheFirstOnesProcessId() throws IOException {
        var data = directories.copy("two-owners");
        try (var owner = ServerInChild.start(data, directories.programs())) {
            assertThat(owner.answer()).startsWith("running");

            assertThatThrownBy(() -> directories.postgres(data).start())
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("already runs on")
                    .hasMessageContaining(Long.toString(owner.pid()));
        }
    }

    @Test
    void aWorkerJoinsTheRunningServerAndLeavesItRunning() throws IOException {
        var data = directories.copy("worker");
        try (var running = directories.postgres(data).start()) {
            try (var worker = ServerInChild.join(data, directories.programs())) {
                assertThat(worker.answer()).isEqualTo("running " + running.pid());
            }

            assertThat(ask(running, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aWorkerWithoutAnOwnerIsToldToStartOne() throws IOException {
        var data = directories.copy("lonely-worker");

        assertThatThrownBy(() -> directories.postgres(data).join(Duration.ZERO))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("Start 'accession serve'");
    }

    @Test
    void aClusterOfAnotherMajorVersionIsRefused() throws IOException {
        var data = directories.copy("older");
        Files.writeString(DataDirectories.cluster(data).resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> directories.postgres(data).start())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("was written by PostgreSQL 17");
    }

    @Test
    void aMissingPasswordFileIsNamed() throws IOException {
        var data = directories.copy("no-password");
        Files.delete(data.resolve("postgres/password"));

        assertThatThrownBy(() -> directories.postgres(data).start())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("postgres/password");
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> directories.postgres(file).start())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void rootRunsTheServerAsTheOwnerOfTheDataDirectory() throws IOException {
        assumeRoot();
        var data = reachable("owned");
        Files.setAttribute(Files.createDirectory(data), "unix:uid", NOBODY);

        try (var running = directories.postgres(data).start()) {
            var user = Files.getAttribute(Path.of("/proc", Long.toString(running.pid())), "unix:uid");

            assertThat(user).isEqualTo(NOBODY);
            assertThat(ask(running, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anOrdinaryUserNeedsNoPrivileges() throws Exception {
        assumeRoot();
        var data = reachable("ordinary");
        Files.setAttribute(Files.createDirectory(data), "unix:uid", NOBODY);
        var classPath = readableClassPath(data.resolveSibling("ordinary-class-path"));

        try (var child = ServerInChild.startAs(NOBODY, classPath, data, directories.programs())) {
            assertThat(child.answer()).startsWith("running");
        }
    }

    @Test
    void aDirectoryThatIsNotWritableIsNamed() throws Exception {
        assumeRoot();
        var data = Files.createDirectory(reachable("read-only"));
        var classPath = readableClassPath(data.resolveSibling("read-only-class-path"));

        try (var child = ServerInChild.startAs(NOBODY, classPath, data, directories.programs())) {
            assertThat(child.answer()).startsWith("refused").contains("permission denied", data.toString());
        }
    }

    private static final int NOBODY = 65534;

    private static void assumeRoot() throws IOException {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
    }

    private static Path reachable(String name) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return temporary.resolve(name);
    }

    // The class path's jars may lie in a home directory that others cannot read.
    private static String readableClassPath(Path target) throws IOException {
        Files.createDirectory(target);
        var sources = List.of(
                ServerInChild.class,
                EmbeddedPostgres.class,
                org.slf4j.Logger.class,
                org.tukaani.xz.XZInputStream.class,
                org.apache.commons.compress.archivers.tar.TarArchiveEntry.class);
        var number = 0;
        for (var source : sources) {
            var location = URI.create(
                    source.getProtectionDomain().getCodeSource().getLocation().toString());
            PostgresProgram.run(
                    List.of(
                            "cp",
                            "-r",
                            Path.of(location).toString(),
                            target.resolve(number++ + ".jar").toString()),
                    "");
        }
        PostgresProgram.run(List.of("chmod", "-R", "a+rX", target.toString()), "");
        return String.join(":", list(target));
    }

    private static List<String> list(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(Path::toString).toList();
        }
    }

    private static int portAfterAStart(Path data) {
        try (var running = directories.postgres(data).start()) {
            return URI.create(running.jdbcUrl().substring("jdbc:".length())).getPort();
        }
    }

    private static void execute(RunningPostgres running, String statement) {
        jdbi(running).useHandle(handle -> handle.execute(statement));
    }

    private static String ask(RunningPostgres running, String query) {
        return jdbi(running)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    private static Jdbi jdbi(RunningPostgres running) {
        return Jdbi.create(running.jdbcUrl(), running.user(), running.password());
    }
}
