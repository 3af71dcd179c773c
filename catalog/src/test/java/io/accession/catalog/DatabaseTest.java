package io.accession.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.catalog.fixture.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final DatabaseSettings SETTINGS = DatabaseSettings.standard(2);

    @Test
    void processesThatMigrateAtTheSameMomentAllFindAMigratedDatabase() {
        var address = TestDatabase.blank();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> Database.open(address, SETTINGS), threads))
                    .limit(4)
                    .toList();

            for (var database : opened) {
                try (var joined = database.join()) {
                    assertThat(tables(joined)).contains("item", "upload_job", "flyway_schema_history");
                }
            }
        }
    }

    @Test
    void aWrongPasswordIsNamedAtOnceWhateverThePatience() {
        var right = TestDatabase.blank();
        var wrong = new DatabaseAddress(right.jdbcUrl(), right.user(), "guess");

        assertThatThrownBy(() -> Database.open(wrong, SETTINGS.withPatience(Duration.ofHours(1))))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("refuses the password")
                .hasMessageNotContaining("guess");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() {
        var right = TestDatabase.blank();
        var wrong = new DatabaseAddress(right.jdbcUrl() + "_not", right.user(), right.password());

        assertThatThrownBy(() -> Database.open(wrong, SETTINGS))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("There is no such database");
    }

    @Test
    void anAddressWithoutAServerIsNamed() throws IOException {
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + unusedPort() + "/accession", "a", "b");

        assertThatThrownBy(() -> Database.open(address, SETTINGS))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aServerThatIsTooOldIsRefused() throws IOException {
        try (var server = new OldServer("14.9")) {
            assertThatThrownBy(() -> Database.open(server.address(), SETTINGS))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("PostgreSQL 14")
                    .hasMessageContaining("PostgreSQL 15 or newer");
        }
    }

    @Test
    void aSchemaOfANewerVersionIsRefused() {
        try (var database = TestDatabase.migrated()) {
            database.jdbi().useHandle(handle -> handle.execute("""
                    INSERT INTO flyway_schema_history
                           (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'accession', 0, true)
                    """));

            assertThatThrownBy(() -> Database.open(database.address(), SETTINGS))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("newer Accession (schema 999)");
        }
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() {
        var address = TestDatabase.blank();
        try (var connection = org.jdbi.v3.core.Jdbi.open(address.jdbcUrl(), address.user(), address.password())) {
            connection.execute("CREATE TABLE theirs (n int)");

            assertThatThrownBy(() -> Database.open(address, SETTINGS))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("cannot be brought up to date");
            assertThat(connection
                            .createQuery("SELECT to_regclass('item')")
                            .mapTo(String.class)
                            .findOne())
                    .isEmpty();
        }
    }

    @Test
    void connectionsThatTheServerEndedAreReplaced() {
        try (var test = TestDatabase.migrated();
                var other = Database.open(test.address(), SETTINGS)) {
            endAllOtherSessions(test);

            var failures = Stream.generate(() -> failsToAnswer(other))
                    .limit(10)
                    .filter(failed -> failed)
                    .count();

            assertThat(failures).isLessThanOrEqualTo(SETTINGS.connections());
            assertThat(failsToAnswer(other)).isFalse();
        }
    }

    @Test
    void sessionsHaveTheirTimeLimitsAndTheirName() {
        try (var test = TestDatabase.migrated();
                var database = Database.open(test.address(), SETTINGS.withApplicationName("accession worker"))) {
            assertThat(show(database, "statement_timeout")).isEqualTo("2min");
            assertThat(show(database, "lock_timeout")).isEqualTo("30s");
            assertThat(show(database, "application_name")).isEqualTo("accession worker");
        }
    }

    private static void endAllOtherSessions(TestDatabase test) {
        test.jdbi()
                .useHandle(
                        handle -> handle.createQuery("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """).mapTo(Boolean.class).list());
    }

    private static boolean failsToAnswer(Database database) {
        try {
            show(database, "server_version");
            return false;
        } catch (JdbiException broken) {
            return true;
        }
    }

    private static String show(Database database, String setting) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }

    private static java.util.List<String> tables(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT relname FROM pg_class WHERE relkind = 'r'")
                        .mapTo(String.class)
                        .list());
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
