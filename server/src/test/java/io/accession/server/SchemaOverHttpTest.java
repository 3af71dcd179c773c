package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SchemaOverHttpTest {

    private static final String SCHEMA = "/api/v1/schema";
    private static final String VERSIONS = "/api/v1/schema/versions";
    private static final String NUMBER = "{\"ty\": \"variant\", \"hint\": \"number\"}";

    private final TestServer server = new TestServer();
    private final String admin = server.administrator();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestServer.Answer save(String schema) {
        return server.post(admin, VERSIONS, schema);
    }

    @Test
    void whatWasSavedIsInForceAndWhatItWasBeforeIsKeptWithWhoAndWhen() {
        assertThat(server.get(admin, SCHEMA).body().toString())
                .isEqualTo("{\"version\":0,\"savedBy\":null,\"savedAt\":null,\"fields\":{}}");

        save("{\"a\": " + NUMBER + "}");
        var second = save("{\"a\": {\"ty\": \"variant\", \"hint\": \"text\"}, \"b\": {\"ty\": \"geospatial\"}}");

        assertThat(second.status()).as("%s", second.body()).isEqualTo(201);
        assertThat(server.get(admin, SCHEMA).body()).isEqualTo(second.body());
        assertThat(second.body().path("version").asInt()).isEqualTo(2);
        assertThat(second.body().path("savedBy").asText()).contains("@");
        assertThat(second.body().path("savedAt").asText()).endsWith("Z");
        assertThat(server.get(admin, VERSIONS + "/1")
                        .body()
                        .at("/fields/a/hint")
                        .asText())
                .isEqualTo("number");
        assertThat(server.get(admin, VERSIONS + "?limit=1")
                        .body()
                        .at("/results/0/version")
                        .asInt())
                .isEqualTo(2);
        var next = server.get(admin, VERSIONS + "?limit=1")
                .body()
                .path("nextPageToken")
                .asText();
        assertThat(server.get(admin, VERSIONS + "?limit=1&pageToken=" + next)
                        .body()
                        .at("/results/0/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get(admin, VERSIONS + "/3").status()).isEqualTo(404);
        assertThat(server.get(admin, VERSIONS + "/x").status()).isEqualTo(404);
    }

    @Test
    void aSchemaThatChangesNothingMakesNoVersion() {
        save("{\"a\": " + NUMBER + "}");

        assertThat(save("{ \"a\":" + NUMBER + " }").body().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void aSaverWhoBuildsOnAnOldVersionIsTold() {
        save("{\"a\": " + NUMBER + "}");

        assertThat(server.post(admin, VERSIONS + "?basedOn=0", "{}").status()).isEqualTo(409);
        assertThat(server.post(admin, VERSIONS + "?basedOn=1", "{}").status()).isEqualTo(201);
    }

    @Test
    void allFaultsAreToldWithTheirPlacesAndNothingChanges() {
        save("{\"a\": {\"ty\": \"embedding\", \"size\": 3}}");

        var refused = save("{\"a\": {\"ty\": \"embedding\", \"size\": 4}, \"$b\": " + NUMBER + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/a", "/$b");
        assertThat(server.get(admin, SCHEMA).body().path("version").asInt()).isEqualTo(1);
        assertThat(save("[]").status()).isEqualTo(400);
        assertThat(save("{\"a\": 1, \"a\": 2}").status()).isEqualTo(400);
    }

    @Test
    void everybodyReadsTheSchemaAndAdministratorsSaveIt() {
        var user = server.newUser("ann@example.org");

        assertThat(server.get(user, SCHEMA).status()).isEqualTo(200);
        assertThat(server.post(user, VERSIONS, "{}").status()).isEqualTo(403);
    }

    @Test
    void valuesThatDoNotFitTheSchemaInForceAreListedWhereverTheyLieBelowTheFolder() {
        var top = folder("top", null);
        var below = folder("below", top);
        var other = folder("other", null);
        for (var folder : new String[] {top, below, other}) {
            server.addItem(UUID.fromString(folder), "image", folder + ".jpg");
        }
        var violations = "/api/v1/folders/" + top + "/metadata-violations";
        assertThat(all(violations + "?limit=1")).isZero();

        save("{\"city\": " + NUMBER + "}");

        assertThat(all(violations + "?limit=1")).isEqualTo(2);
        var first = server.get(admin, violations).body().at("/results/0");
        assertThat(first.at("/violations/0/pointer").asText()).isEqualTo("/city");
        assertThat(first.at("/violations/0/message").asText()).isEqualTo("A number is expected, got 'Berlin'.");
        save("{\"city\": {\"ty\": \"variant\", \"hint\": \"varchar\"}}");
        assertThat(all(violations)).isZero();
        assertThat(server.get(server.newUser("bob@example.org"), violations).status())
                .isEqualTo(404);
        assertThat(server.get(
                                admin,
                                violations
                                        + "?pageToken=dmlvbGF0aW9ucwowMTkwYTFiMi0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAKeA")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void framesThatAVideoDoesNotHaveAreListedAmongItsViolations() {
        save("{\"clip\": {\"ty\": \"embedding\", \"size\": 2}}");
        var folder = folder("videos", null);
        var video = server.addItem(UUID.fromString(folder), "video", "drive.mp4");
        server.describe(video, "{\"framesPerSecond\": 25}", 2.0, """
                {"$encord": {"config": {"sampling_rate": "many"}, "frames": {"49": {"clip": [1, 2]}, "50": {"clip": [1]}}}}
                """);

        var listed = server.get(admin, "/api/v1/folders/" + folder + "/metadata-violations")
                .body();

        assertThat(listed.at("/results/0/violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/$encord/config/sampling_rate", "/$encord/frames/50/clip", "/$encord/frames/50");
    }

    private String folder(String name, @Nullable String parent) {
        var body = parent == null
                ? "{\"name\":\"" + name + "\"}"
                : "{\"name\":\"" + name + "\",\"parentId\":\"" + parent + "\"}";
        return server.post(admin, "/api/v1/folders", body).body().path("id").asText();
    }

    /** How many there are on all pages. */
    private int all(String path) {
        int found = 0;
        var page = server.get(admin, path).body();
        found += page.path("results").size();
        while (!page.path("nextPageToken").isNull()) {
            page = next(path, page);
            found += page.path("results").size();
        }
        return found;
    }

    private JsonNode next(String path, JsonNode page) {
        var token = page.path("nextPageToken").asText();
        return server.get(admin, path + (path.contains("?") ? "&" : "?") + "pageToken=" + token)
                .body();
    }
}
