package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
            server.rows().addItem(UUID.fromString(folder), "image", folder + ".jpg");
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
        var video = server.rows().addItem(UUID.fromString(folder), "video", "drive.mp4");
        server.rows().describe(video, "{\"framesPerSecond\": 25}", 2.0, """
                {"$encord": {"config": {"sampling_rate": "many"}, "frames": {"49": {"clip": [1, 2]}, "50": {"clip": [1]}}}}
                """);

        var listed = server.get(admin, "/api/v1/folders/" + folder + "/metadata-violations")
                .body();

        assertThat(listed.at("/results/0/violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/$encord/config/sampling_rate", "/$encord/frames/50/clip", "/$encord/frames/50");
        assertThat(server.get(admin, "/api/v1/items/" + video).body().path("violations"))
                .isEqualTo(listed.at("/results/0/violations"));
    }

    @Test
    void aDryRunTellsWhatWouldBeInForceAndSavesNothing() {
        save("{\"a\": {\"ty\": \"embedding\", \"size\": 3}}");

        var fits = server.post(admin, VERSIONS + "?dryRun=true", "{\"b\": " + NUMBER + "}");
        var refused = server.post(admin, VERSIONS + "?dryRun=true", "{\"a\": " + NUMBER + "}");
        var stale = server.post(admin, VERSIONS + "?dryRun=true&basedOn=0", "{}");

        assertThat(fits.status()).isEqualTo(200);
        assertThat(fits.body().path("version").asInt()).isEqualTo(2);
        assertThat(fits.body().path("fields").has("b")).isTrue();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/a");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(server.get(admin, SCHEMA).body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void anItemShowsItsValuesThatDoNotFit() {
        var item = server.rows().addItem(UUID.fromString(folder("f", null)), "image", "a.jpg");

        save("{\"city\": " + NUMBER + "}");

        assertThat(server.get(admin, "/api/v1/items/" + item)
                        .body()
                        .path("violations")
                        .toString())
                .isEqualTo(
                        "[{\"pointer\":\"/city\",\"message\":\"A number is expected, got 'Berlin'.\",\"used\":false}]");
    }

    @Test
    void strictEverywhereRefusesChangesThatDoNotFitWithTheirPlaces() {
        var item = server.rows().addItem(UUID.fromString(folder("f", null)), "image", "a.jpg");
        save("{\"n\": " + NUMBER + "}");
        strict("null", true);

        var misfit = patch(item, "{\"n\": \"many\"}");
        var understood = patch(item, "{\"n\": \"7\"}");
        strict("null", false);

        assertThat(misfit.status()).isEqualTo(400);
        assertThat(misfit.body().at("/errors/0/pointer").asText()).isEqualTo("/clientMetadata/n");
        assertThat(misfit.body().at("/errors/0/detail").asText()).contains(item.toString(), "A number is expected");
        assertThat(understood.status()).as("%s", understood.body()).isEqualTo(200);
        assertThat(patch(item, "{\"n\": \"many\"}").status()).isEqualTo(200);
    }

    @Test
    void aStrictIntegrationFailsEntriesThatDoNotFitAndLeavesOthersAlone() {
        save("{\"n\": " + NUMBER + "}");
        var strict = integration("strict");
        var lenient = integration("lenient");
        assertThat(strict("\"" + strict + "\"", true).toString())
                .isEqualTo("{\"everywhere\":false,\"integrationIds\":[\"" + strict + "\"]}");
        var manifest = "{\"images\": [" + entry("fits", "7") + "," + entry("not", "\"many\"") + "]}";

        var refusing = registered(strict, manifest);
        var taking = registered(lenient, manifest);

        assertThat(failures(refusing)).containsExactly("METADATA_SCHEMA_MISMATCH");
        assertThat(failures(taking)).isEmpty();
        assertThat(server.get(admin, "/api/v1/upload-jobs/" + refusing + "/failures")
                        .body()
                        .at("/results/0/message")
                        .asText())
                .contains("/n: A number is expected, got 'many'.");
    }

    @Test
    void theStrictSwitchIsForAdministratorsAndForIntegrationsThatAreThere() {
        var user = server.newUser("eve@example.org");
        var switching = "/api/v1/schema/strictness";

        assertThat(server.post(user, switching, "{\"strict\": true}").status()).isEqualTo(403);
        assertThat(server.post(admin, switching, "{\"strict\": true, \"integrationId\": \"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(server.get(user, switching).body().toString())
                .isEqualTo("{\"everywhere\":false,\"integrationIds\":[]}");
    }

    private JsonNode strict(String integration, boolean strict) {
        return server.post(
                        admin,
                        "/api/v1/schema/strictness",
                        "{\"integrationId\": " + integration + ", \"strict\": " + strict + "}")
                .body();
    }

    private TestServer.Answer patch(UUID item, String metadata) {
        return server.patch(admin, "/api/v1/items/" + item, "{\"clientMetadata\": " + metadata + "}");
    }

    private String integration(String title) {
        return server.post(
                        admin,
                        "/api/v1/integrations",
                        "{\"title\": \"" + title + "\", \"settings\": {\"type\": \"direct\"}}")
                .body()
                .path("id")
                .asText();
    }

    private static String entry(String name, String value) {
        return "{\"objectUrl\": \"https://example.org/" + name + ".jpg\", \"clientMetadata\": {\"n\": " + value
                + "}, \"imageMetadata\": {\"mimeType\": \"image/jpeg\", \"fileSize\": 7, \"width\": 4, \"height\": 3}}";
    }

    /** The job, once it has ended. */
    private String registered(String integration, String manifest) {
        var job = server.post(
                        admin,
                        "/api/v1/folders/" + folder(integration, null) + "/upload-jobs?ignoreErrors=true&integration="
                                + integration,
                        manifest)
                .body()
                .path("id")
                .asText();
        server.client().jobs().watch(UUID.fromString(job), progress -> {});
        return job;
    }

    private List<String> failures(String job) {
        return server.get(admin, "/api/v1/upload-jobs/" + job + "/failures")
                .body()
                .path("results")
                .findValuesAsText("code");
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
