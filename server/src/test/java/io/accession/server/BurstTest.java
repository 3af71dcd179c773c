package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** More requests than the database has connections for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BurstTest {

    /** What the server says to whoever had to wait too long. */
    private static final String BUSY = "The server has more to do than it can do at the moment. Try again later.";

    private static final int CALLS = 200;

    private final TestDatabase database = TestDatabase.migrated(Duration.ofMillis(200));
    private final TestServer server = new TestServer(database);
    private final WireCaller sdk = WireCaller.of(server, "sdk@example.org", true);

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void whoeverCannotBeLetInIsToldToComeBackAndNotThatTheServerFailed() {
        var held = takeAllPlaces();
        try {
            var wire = sdk.get("storage/folders");
            var rest = server.get(server.administrator(), "/api/v1/folders");
            var legacy = sdk.query("00000000-0000-0000-0000-000000000000", "{}");
            var alive = server.get(server.administrator(), "/observe/health");

            assertThat(wire.status()).isEqualTo(503);
            assertThat(wire.headers()).containsEntry("retry-after", "10");
            assertThat(wire.body().path("message").asText()).isEqualTo(BUSY);
            assertThat(rest.status()).isEqualTo(503);
            assertThat(rest.response().headers().firstValue("Retry-After")).contains("10");
            assertThat(rest.body().path("detail").asText()).isEqualTo(BUSY);
            assertThat(legacy.body().path("payload").asText()).isEqualTo(BUSY);
            assertThat(alive.status()).isEqualTo(200);
        } finally {
            held.forEach(Handle::close);
        }

        assertThat(sdk.get("storage/folders").status()).isEqualTo(200);
        assertThat(server.get(server.administrator(), "/api/v1/folders").status())
                .isEqualTo(200);
    }

    @Test
    void ofABurstEachIsAnsweredOrToldToComeBack() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireCaller.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                var folder = "{\"name\": \"folder " + i + "\"}";
                Callable<WireCaller.Answer> call = () -> sdk.post("storage/folders", folder);
                answers.add(callers.submit(call));
            }

            int made = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 503);
                made += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(made).isPositive();
            assertThat(folders()).as("what was refused was not done").isEqualTo(made);
        }
    }

    private long folders() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM folder WHERE name LIKE 'folder %'")
                        .mapTo(Long.class)
                        .one());
    }

    private List<Handle> takeAllPlaces() {
        var held = new ArrayList<Handle>();
        while (database.database().pool().requests() < database.placesForRequests()) {
            held.add(database.jdbi().open());
        }
        return held;
    }
}
