package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Schema, metadata and embeddings in the requests that the Encord SDK makes of the scripts in the reference system's documentation, and what a strict
 * schema answers to them.
 */
final class WireMetadataTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SCHEMA = "organisation/client-metadata-schema-v2";

    /** What the script that creates a schema sends for an organisation that has none. */
    private static final String CREATED_SCHEMA = """
            {"metadata_1": {"ty": "variant", "hint": "boolean"}, "metadata_2": {"ty": "variant", "hint": "datetime"},
             "metadata_3": {"ty": "variant", "hint": "number"}, "metadata_4": {"ty": "variant", "hint": "uuid"},
             "metadata_5": {"ty": "variant", "hint": "varchar"}, "metadata_6": {"ty": "variant", "hint": "text"},
             "my-enum": {"ty": "enum", "values": ["enum-value-01", "enum-value-02", "enum-value-03"]},
             "my-test-active-embedding": {"ty": "embedding", "size": 512, "api": null},
             "my-test-index-embedding": {"ty": "embedding", "size": 4, "api": null}}
            """;

    private static final TestServer SERVER = new TestServer();
    private static final WireCaller SDK = WireCaller.of(SERVER, "sdk@example.org", true);
    private static String integration = "";

    private final String folder = uuid(SDK.post("storage/folders", "{\"name\": \"scripts\"}"));

    @BeforeAll
    static void bringFiles() throws IOException {
        for (var name : List.of("images/dawn.jpg", "images/rings.png", "videos/drift.mp4", "videos/vp8.webm")) {
            var file = SERVER.localRoot().resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(Path.of("..", "samples").resolve(name), file);
        }
        integration = SERVER.post(
                        SDK.get("user/bearer-token").body().path("token").asText(),
                        "/api/v1/integrations",
                        "{\"title\": \"files\", \"settings\": {\"type\": \"local\", \"root\": \"" + SERVER.localRoot()
                                + "\"}}")
                .body()
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String uuid(WireCaller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("uuid").asText();
    }

    private static JsonNode answered(WireCaller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** Registers a manifest; the ids of its items by their names. */
    private Map<String, String> registered(String manifest) {
        var jobs = "storage/folders/" + folder + "/data-upload-jobs";
        var job = answered(SDK.post(
                        jobs,
                        "{\"externalFiles\": " + manifest + ", \"integrationHash\": \"" + integration
                                + "\", \"ignoreErrors\": true}"))
                .asText();
        var ended = answered(SDK.get(jobs + "/" + job + "?timeoutSeconds=604800"));
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("DONE");
        assertThat(ended.path("unitErrors")).isEmpty();
        return ended.path("itemsWithNames")
                .valueStream()
                .collect(Collectors.toMap(
                        item -> item.path("name").asText(),
                        item -> item.path("itemUuid").asText()));
    }

    /** Client metadata travels as text that is JSON. */
    private static JsonNode metadata(JsonNode item) {
        assertThat(item.path("clientMetadata").isTextual()).isTrue();
        return TestServer.json(item.path("clientMetadata").asText());
    }

    private static JsonNode metadataOf(String item) {
        return metadata(answered(SDK.get("storage/items/" + item + "?signUrl=False")));
    }

    private static JsonNode json(String text) {
        return TestServer.json(text);
    }

    /** Adds to the schema what is not in it, as {@code save} does: by sending all of it. */
    private static void declare(String key, String type) {
        ObjectNode all =
                answered(SDK.get(SCHEMA)) instanceof ObjectNode schema ? schema : JsonNodeFactory.instance.objectNode();
        all.set(key, json(type));
        assertThat(SDK.post(SCHEMA, all.toString()).status()).isEqualTo(200);
    }

    /** Titles and frames of what is like a vector, the nearest first, once so many are found. */
    private List<String> like(String vector, int found) {
        var search = "{\"similar\": {\"field\": \"metadata.my-embedding\", \"like\": [{\"vector\": " + vector
                + "}]}, \"filter\": {\"folder\": \"" + folder + "\"}}";
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = SERVER.post(SERVER.administrator(), "/api/v1/search", search)
                    .body();
            if (answer.path("total").asInt() == found) {
                return answer.path("results")
                        .valueStream()
                        .map(hit -> hit.path("title").asText() + " "
                                + hit.path("frame").asText())
                        .toList();
            }
            assertThat(Instant.now()).as("%s", answer).isBefore(end);
        }
    }

    @Test
    void theScriptThatVerifiesTheSchemaReadsWhatTheOneThatCreatesItSaved() {
        assertThat(SDK.get(SCHEMA).status()).isEqualTo(200);

        var saved = SDK.post(SCHEMA, CREATED_SCHEMA);

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(answered(SDK.get(SCHEMA))).isEqualTo(json(CREATED_SCHEMA));
    }

    @Test
    void aTypeOfEmbeddingIsAddedToTheSchemaThatIsThere() {
        SDK.post(SCHEMA, CREATED_SCHEMA);

        declare("my-embedding", "{\"ty\": \"embedding\", \"size\": 3, \"api\": null}");

        var schema = answered(SDK.get(SCHEMA));
        assertThat(schema.at("/my-embedding/size").asInt()).isEqualTo(3);
        assertThat(schema.path("metadata_5")).isEqualTo(json("{\"ty\": \"variant\", \"hint\": \"varchar\"}"));
    }

    @Test
    void imagesAreImportedWithTheirMetadata() {
        var items = registered("""
                {"images": [{"objectUrl": "images/dawn.jpg", "title": "image-title.file-extension",
                             "clientMetadata": {"metadata-1": "value", "metadata-2": "value"}}],
                 "skip_duplicate_urls": true}
                """);

        assertThat(metadataOf(items.getOrDefault("image-title.file-extension", "")))
                .isEqualTo(json("{\"metadata-1\": \"value\", \"metadata-2\": \"value\"}"));
    }

    @Test
    void theScriptThatUpdatesImagesGivesThemEmbeddingsBesidesWhatTheyHave() {
        declare("my-embedding", "{\"ty\": \"embedding\", \"size\": 3, \"api\": null}");
        var items = registered("""
                {"images": [{"objectUrl": "images/dawn.jpg", "title": "first", "clientMetadata": {"metadata-1": "value"}},
                            {"objectUrl": "images/rings.png", "title": "second"}], "skip_duplicate_urls": true}
                """);
        var first = items.getOrDefault("first", "");
        var second = items.getOrDefault("second", "");

        assertThat(metadataOf(first)).isEqualTo(json("{\"metadata-1\": \"value\"}"));
        assertThat(metadataOf(second)).isEqualTo(json("{}"));
        var patched = answered(SDK.patch("storage/items/patch-bulk", """
                {"itemPatches": {"%s": {"clientMetadata": {"metadata-1": "value", "my-embedding": [1.0, 2.0, 3.0]}},
                                 "%s": {"clientMetadata": {"my-embedding": [1.0, 2.0, -3.0]}}}}
                """.formatted(first, second)));

        assertThat(patched.path("results")
                        .valueStream()
                        .map(item -> item.path("uuid").asText()))
                .containsExactlyInAnyOrder(first, second);
        assertThat(metadataOf(first)).isEqualTo(json("{\"metadata-1\": \"value\", \"my-embedding\": [1.0, 2.0, 3.0]}"));
        assertThat(like("[1, 2, 3]", 2)).containsExactly("first null", "second null");
        assertThat(like("[1, 2, -3]", 2)).containsExactly("second null", "first null");
    }

    @Test
    void videosAreImportedWithEmbeddingsOfFramesByNumberAndBySecond() {
        declare("my-embedding", "{\"ty\": \"embedding\", \"size\": 3, \"api\": null}");
        registered("""
                {"videos": [
                  {"objectUrl": "videos/drift.mp4", "title": "by number", "clientMetadata": {"$encord": {
                     "config": {"sampling_rate": 2, "keyframe_mode": "frame"},
                     "frames": {"0": {"my-embedding": [1.0, 0.0, 0.0]}, "3": {"my-embedding": [0.0, 1.0, 0.0]}}}}},
                  {"objectUrl": "videos/vp8.webm", "title": "by second", "clientMetadata": {"$encord": {
                     "config": {"sampling_rate": 0, "keyframe_mode": "seconds"},
                     "frames": {"0": {"my-embedding": [0.9, 0.1, 0.0]}, "0.5": {"my-embedding": [0.0, 0.9, 0.1]}}}}}],
                 "skip_duplicate_urls": true}
                """);

        var nearTheFirst = like("[1, 0, 0]", 4);
        var nearTheOther = like("[0, 1, 0]", 4);

        assertThat(nearTheFirst.subList(0, 2)).containsExactly("by number 0", "by second 0");
        assertThat(nearTheOther.getFirst()).isEqualTo("by number 3");
        assertThat(nearTheOther.get(1)).matches("by second [1-9][0-9]*");
    }

    @Test
    void theScriptThatUpdatesVideosPutsNewEmbeddingsOfFramesInPlaceOfThoseBefore() {
        declare("my-embedding", "{\"ty\": \"embedding\", \"size\": 3, \"api\": null}");
        var items = registered("""
                {"videos": [{"objectUrl": "videos/drift.mp4", "title": "one", "clientMetadata": {"$encord": {
                               "frames": {"5": {"my-embedding": [0.0, 0.0, 1.0]}}}}},
                            {"objectUrl": "videos/vp8.webm", "title": "two"}], "skip_duplicate_urls": true}
                """);
        var one = items.getOrDefault("one", "");
        var two = items.getOrDefault("two", "");
        var frames =
                "\"frames\": {\"0\": {\"my-embedding\": [1.0, 2.0, 3.0]}, \"2\": {\"my-embedding\": [1.0, 2.0, 3.5]}}";
        var updated =
                "{\"$encord\": {\"config\": {\"sampling_rate\": 1, \"keyframe_mode\": \"frame\"}, " + frames + "}}";

        assertThat(metadataOf(one).at("/$encord/frames/5")).isNotEmpty();
        answered(SDK.patch("storage/items/patch-bulk", """
                {"itemPatches": {"%s": {"clientMetadata": {"$encord": {%s}}}, "%s": {"clientMetadata": %s}}}
                """.formatted(one, frames, two, updated)));

        assertThat(metadataOf(one)).isEqualTo(json("{\"$encord\": {" + frames + "}}"));
        assertThat(metadataOf(two)).isEqualTo(json(updated));
        assertThat(like("[1, 2, 3]", 4)).containsExactlyInAnyOrder("one 0", "one 2", "two 0", "two 2");
    }

    @Test
    void aManifestThatUpdatesMetadataRegistersWhatIsNewAndOverwritesTheRest() {
        var before = registered("""
                {"videos": [{"objectUrl": "videos/drift.mp4", "title": "there", "clientMetadata": {"old": 1}}],
                 "skip_duplicate_urls": true}
                """);

        var after = registered("""
                {"videos": [{"objectUrl": "videos/vp8.webm"},
                            {"objectUrl": "videos/drift.mp4", "title": "my-custom-video-title.mp4",
                             "clientMetadata": {"optional": "metadata"}}],
                 "skip_duplicate_urls": true, "upsert_metadata": true}
                """);

        assertThat(after.keySet()).containsExactlyInAnyOrder("/videos/vp8.webm", "there");
        assertThat(after).containsAllEntriesOf(before);
        assertThat(metadataOf(before.getOrDefault("there", ""))).isEqualTo(json("{\"optional\": \"metadata\"}"));
        assertThat(metadataOf(after.getOrDefault("/videos/vp8.webm", ""))).isEqualTo(json("{}"));
    }

    @Test
    void aSingleUpdateIsAnsweredWithTheItemAsItIsThen() {
        var item = registered("{\"images\": [{\"objectUrl\": \"images/dawn.jpg\", \"title\": \"single\"}]}")
                .getOrDefault("single", "");

        var answer = answered(SDK.patch(
                "storage/folders/" + folder + "/items/" + item,
                "{\"clientMetadata\": {\"metadata_2\": null, \"nested\": {\"é\": [1.0, \"\\u00e9\"]}}}"));

        assertThat(answer.path("uuid").asText()).isEqualTo(item);
        assertThat(metadata(answer)).isEqualTo(json("{\"metadata_2\": null, \"nested\": {\"é\": [1.0, \"é\"]}}"));
        assertThat(metadataOf(item)).isEqualTo(metadata(answer));
    }

    private static void strict(boolean strict) {
        assertThat(SERVER.post(
                                SERVER.administrator(),
                                "/api/v1/schema/strictness",
                                "{\"integrationId\": null, \"strict\": " + strict + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStrictSchemaRefusesWhatDoesNotFitWhicheverCallBringsIt() {
        declare("speed", "{\"ty\": \"variant\", \"hint\": \"number\"}");
        var items = registered("""
                {"images": [{"objectUrl": "images/dawn.jpg", "title": "a", "clientMetadata": {"speed": 1}},
                            {"objectUrl": "images/rings.png", "title": "b", "clientMetadata": {"speed": 2}}]}
                """);
        var a = items.getOrDefault("a", "");
        var b = items.getOrDefault("b", "");
        var group = "{\"layoutType\": \"default-list\", \"layoutContents\": [\"" + a + "\"], \"clientMetadata\": %s}";
        var refused = new ArrayList<WireCaller.Answer>();

        strict(true);
        try {
            refused.add(SDK.patch(
                    "storage/folders/" + folder + "/items/" + a, "{\"clientMetadata\": {\"speed\": \"fast\"}}"));
            refused.add(SDK.patch("storage/items/patch-bulk", """
                    {"itemPatches": {"%s": {"clientMetadata": {"speed": 7}}, "%s": {"clientMetadata": {"speed": "fast"}}}}
                    """.formatted(a, b)));
            refused.add(SDK.post(
                    "storage/folders/" + folder + "/create-group-items",
                    "[" + group.formatted("{\"speed\": 3}") + ", " + group.formatted("{\"speed\": \"fast\"}") + "]"));
            assertThat(SDK.post(
                                    "storage/folders/" + folder + "/create-group-items",
                                    "[" + group.formatted("{\"speed\": 3}") + ", " + group.formatted("null") + "]")
                            .status())
                    .isEqualTo(200);
        } finally {
            strict(false);
        }

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("message").asText())
                    .startsWith("The metadata schema is strict, and client metadata does not fit it.")
                    .contains("/clientMetadata/speed", "A number is expected, got 'fast'.");
        });
        assertThat(refused.getLast().body().path("message").asText()).contains("/1/clientMetadata/speed: ");
        assertThat(metadataOf(a)).isEqualTo(json("{\"speed\": 1}"));
        assertThat(metadataOf(b)).isEqualTo(json("{\"speed\": 2}"));
        assertThat(answered(SDK.get("storage/folders/" + folder + "/items?itemTypes=group"))
                        .path("results"))
                .hasSize(2);
    }

    @Test
    void aStrictSchemaRefusesWhatARowOfADatasetIsSavedWith() {
        declare("speed", "{\"ty\": \"variant\", \"hint\": \"number\"}");
        var item = registered("""
                {"images": [{"objectUrl": "images/dawn.jpg", "title": "dawn", "clientMetadata": {"speed": 1}}]}
                """).getOrDefault("dawn", "");
        var dataset = answered(SDK.post(
                        "datasets", "{\"title\": \"rows\", \"createBackingFolder\": false, \"legacyCall\": false}"))
                .path("datasetUuid")
                .asText();
        var row = answered(SDK.query(
                        dataset,
                        WireCatalogue.query(
                                "POST",
                                "datasetlinkitems",
                                "\"" + dataset + "\"",
                                "{\"item_uuids\": [\"" + item + "\"]}")))
                .at("/response/0/data_hash")
                .asText();

        strict(true);
        WireCaller.Answer refused;
        try {
            refused = saved(dataset, row, "{\"data_title\": \"dusk\", \"client_metadata\": {\"speed\": \"fast\"}}");
            assertThat(saved(dataset, row, "{\"client_metadata\": {\"speed\": 2}}")
                            .body()
                            .at("/response/updated_fields/0")
                            .asText())
                    .isEqualTo("client_metadata");
        } finally {
            strict(false);
        }

        assertThat(refused.text())
                .contains("The metadata schema is strict", "speed", "A number is expected, got 'fast'.");
        assertThat(metadataOf(item)).isEqualTo(json("{\"speed\": 2}"));
        assertThat(answered(SDK.get("storage/folders/" + folder + "/items"))
                        .at("/results/0/name")
                        .asText())
                .isEqualTo("dawn");
    }

    /** As {@code DataRow.save} does. */
    private static WireCaller.Answer saved(String dataset, String row, String fields) {
        return SDK.query(dataset, WireCatalogue.query("POST", "datarow", "\"" + row + "\"", fields));
    }
}
