package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class IndexOverHttpTest {

    private static final String INDEX = "/api/v1/index";
    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static JsonNode indexWhen(Predicate<JsonNode> reached) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var index = SERVER.get(ADMIN, INDEX).body();
            if (reached.test(index)) {
                return index;
            }
            assertThat(Instant.now()).as("%s", index).isBefore(end);
        }
    }

    @Test
    void theIndexFollowsTheCatalogueAndTellsSo() {
        var folder =
                SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"indexed\"}").body();
        SERVER.rows().addItem(UUID.fromString(folder.path("id").asText()), "image", "1.jpg");

        var index = indexWhen(status -> status.at("/answering/items").asInt() == 1
                && status.at("/answering/secondsBehind").isNumber());

        assertThat(index.at("/answering/itemsBehind").asInt()).isZero();
        assertThat(index.at("/answering/bytes").asLong()).isPositive();
        assertThat(index.path("building").isNull()).isTrue();
        assertThat(index.path("problem").isNull()).isTrue();
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("IndexStatus", index);
        assertThat(new String(
                        SERVER.get("nobody", "/observe/metrics").response().body(), StandardCharsets.UTF_8))
                .contains(
                        "accession_index_items 1", "accession_index_items_behind 0", "accession_index_seconds_behind");
    }

    @Test
    void aNewSchemaVersionIsTakenUp() {
        SERVER.post(ADMIN, "/api/v1/schema/versions", "{\"speed\": {\"ty\": \"variant\", \"hint\": \"number\"}}");

        var index = indexWhen(status -> status.at("/answering/schemaVersion").asInt() == 1);

        assertThat(index.path("building").isNull()).isTrue();
    }

    @Test
    void onlyAdministratorsLookAfterTheIndex() {
        var somebody = SERVER.newUser("somebody@example.org");

        assertThat(SERVER.post(ADMIN, INDEX + "/rebuild", "").status()).isEqualTo(202);
        assertThat(SERVER.post(somebody, INDEX + "/rebuild", "").status()).isEqualTo(403);
        assertThat(SERVER.get(somebody, INDEX).status()).isEqualTo(403);
    }
}
