package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.MapPoints;
import io.accession.cli.CommandLines;
import io.accession.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A map of twelve images, half of which look one way and half another. */
final class MapsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAP = "/api/v1/embeddings/look/map";
    private static final List<UUID> IMAGES = new ArrayList<>();

    @BeforeAll
    static void compute() {
        SERVER.post(ADMIN, "/api/v1/schema/versions", """
                {"look": {"ty": "embedding", "size": 3}, "other": {"ty": "embedding", "size": 2}}
                """);
        var folder = UUID.fromString(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"mapped\"}")
                .body()
                .path("id")
                .asText());
        for (int i = 0; i < 12; i++) {
            var image = SERVER.rows().addItem(folder, "image", i + ".jpg");
            SERVER.rows()
                    .describe(
                            image,
                            "{}",
                            0.0,
                            "{\"look\": [" + (i < 6 ? "1, 0." + i + ", 0" : "0, 0." + i + ", 1") + "]}");
            IMAGES.add(image);
        }
        await("/api/v1/search", found -> found.path("total").asInt() == 12, """
                {"filter": {"field": "metadata.look", "exists": true}}
                """);
        assertThat(SERVER.post(ADMIN, MAP, "").status()).isEqualTo(202);
        await(1);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void await(String path, Predicate<JsonNode> hasCome, String search) {
        var end = Instant.now().plus(PATIENCE);
        for (var answer = SERVER.post(ADMIN, path, search).body();
                !hasCome.test(answer);
                answer = SERVER.post(ADMIN, path, search).body()) {
            assertThat(Instant.now()).as("%s", answer).isBefore(end);
        }
    }

    private static JsonNode await(int version) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var map = SERVER.get(ADMIN, MAP).body();
            if (map.path("version").asInt() == version && map.path("points").asInt() == 12) {
                return map;
            }
            assertThat(map.path("state").asText()).as("%s", map).isNotEqualTo("failed");
            assertThat(Instant.now()).as("%s", map).isBefore(end);
        }
    }

    private static MapPoints points(String token, String filter) throws IOException {
        var answer = SERVER.post(token, MAP + "/points", "{\"filter\": " + filter + "}");
        assertThat(answer.status()).isEqualTo(200);
        return MapPoints.read(new ByteArrayInputStream(answer.response().body()));
    }

    private static TestServer.Answer search(int version, String part) {
        return SERVER.post(ADMIN, "/api/v1/search", """
                {"filter": {"map": {"field": "metadata.look", "version": %d, %s}}}
                """.formatted(version, part));
    }

    private static String run(String... words) {
        var out = new ByteArrayOutputStream();
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            var surroundings = new Surroundings(
                    Map.of("ACCESSION_URL", "http://127.0.0.1:" + SERVER.port(), "ACCESSION_TOKEN", ADMIN),
                    Path.of("."),
                    new ByteArrayInputStream(new byte[0]),
                    printed,
                    printed,
                    false,
                    80,
                    InstantSource.system());
            int exitCode = CommandLines.execute(CommandLines.root(surroundings), surroundings, words);
            return exitCode + ": " + out.toString(StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void aMapHasTheShapeThatIsDescribed() {
        var description = SERVER.get("nobody", "/api/v1/openapi.json").body();
        new Shape(description).check("EmbeddingMap", SERVER.get(ADMIN, MAP).body());
        var none = SERVER.get(ADMIN, "/api/v1/embeddings/other/map").body();
        new Shape(description).check("EmbeddingMap", none);
        assertThat(none.path("state").asText()).isEqualTo("none");
    }

    @Test
    void pointsAreThoseOfTheItemsThatPass() throws IOException {
        var all = points(ADMIN, "{\"and\": []}");
        var two = points(ADMIN, "{\"items\": [\"" + IMAGES.get(2) + "\", \"" + IMAGES.get(9) + "\"]}");

        assertThat(all.count()).isEqualTo(12);
        assertThat(all.frames()).containsOnly(-1);
        assertThat(List.of(two.item(0), two.item(1))).containsExactlyInAnyOrder(IMAGES.get(2), IMAGES.get(9));
        assertThat(points(SERVER.newUser("stranger@example.org"), "{\"and\": []}")
                        .count())
                .isZero();
    }

    @Test
    void anAreaIsAFilterUntilTheMapIsComputedAnew() throws IOException {
        int version = points(ADMIN, "{\"and\": []}").version();
        var one = points(ADMIN, "{\"items\": [\"" + IMAGES.getFirst() + "\"]}").coordinates();
        var box = "\"box\": {\"minX\": %s, \"minY\": %s, \"maxX\": %s, \"maxY\": %s}"
                .formatted(one[0], one[1], one[0], one[1]);

        assertThat(search(version, box).body().path("results").findValuesAsText("id"))
                .contains(IMAGES.getFirst().toString());

        SERVER.post(ADMIN, MAP, "");
        var next = await(version + 1);
        assertThat(next.path("state").asText()).isEqualTo("ready");
        assertThat(search(version, box).status()).isEqualTo(409);
        assertThat(search(version, box).body().path("detail").asText())
                .contains("has version " + (version + 1) + " now");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        var wrong = search(1, "\"area\": [[0, 0], [1]]");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().findValuesAsText("pointer")).contains("/filter/map/area");
        assertThat(SERVER.post(SERVER.newUser("user@example.org"), MAP, "").status())
                .isEqualTo(403);
        assertThat(SERVER.get(ADMIN, "/api/v1/embeddings/nothing/map").status()).isEqualTo(400);
        assertThat(SERVER.post(ADMIN, MAP + "/points", "{\"filtre\": {}}").status())
                .isEqualTo(400);
    }

    @Test
    void theCommandLineShowsTheMap() {
        assertThat(run("map", "status", "look")).startsWith("0: State").contains("Points");
        assertThat(run("map", "status", "other")).isEqualTo("0: State  none");
        assertThat(run("map", "status", "$meaning")).isEqualTo("0: State  none");
        assertThat(run("map", "compute", "nothing")).startsWith("2: ").contains("does not declare 'nothing'");
    }
}
