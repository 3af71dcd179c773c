package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which the metadata of items changes, and what is kept of it. */
final class MetadataOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static UUID folder() {
        return UUID.fromString(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"" + UUID.randomUUID() + "\"}")
                .body()
                .path("id")
                .asText());
    }

    /** An item whose metadata is {@code {"city": "Berlin"}}. */
    private static UUID item() {
        return SERVER.rows().addItem(folder(), "image", UUID.randomUUID().toString());
    }

    private static UUID item(String metadata) {
        var item = item();
        update(item, metadata, "replace");
        return item;
    }

    private static TestServer.Answer update(UUID item, String metadata, String mode) {
        return SERVER.patch(
                ADMIN,
                "/api/v1/items/" + item,
                JSON,
                "{\"clientMetadata\": " + metadata + ", \"mode\": \"" + mode + "\"}");
    }

    private static JsonNode metadata(UUID item) {
        return SERVER.get(ADMIN, "/api/v1/items/" + item).body().path("clientMetadata");
    }

    private static JsonNode history(UUID item) {
        return SERVER.get(ADMIN, "/api/v1/items/" + item + "/history").body().path("results");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replace     | {"b": {"y": 9}}                     | {"b": {"y": 9}}
            merge       | {"b": {"y": 9, "z": null}, "l": []} | {"a": 1, "b": {"x": 1, "y": 9, "z": null}, "l": [], "n": null}
            merge-patch | {"b": {"x": null, "y": 9}, "n": 2}  | {"a": 1, "b": {"y": 9}, "l": [1, 2], "n": 2}
            merge-patch | {"a": {"b": null, "c": {"d": null}}} | {"a": {"c": {}}, "b": {"x": 1, "y": 2}, "l": [1, 2], "n": null}
            if-absent   | {"a": 9, "b": {"y": 9, "z": 9}, "n": 9, "new": {"k": 1}} | {"a": 1, "b": {"x": 1, "y": 2, "z": 9}, "l": [1, 2], "n": null, "new": {"k": 1}}
            if-absent   | {"a": {"b": 1}}                     | {"a": 1, "b": {"x": 1, "y": 2}, "l": [1, 2], "n": null}
            """)
    void metadataChangesAsItsModeSays(String mode, String given, String expected) {
        var item = item("{\"a\": 1, \"b\": {\"x\": 1, \"y\": 2}, \"l\": [1, 2], \"n\": null}");

        var answer = update(item, given, mode);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("clientMetadata")).isEqualTo(TestServer.json(expected));
        assertThat(metadata(item)).isEqualTo(TestServer.json(expected));
    }

    /** RFC 7386, appendix A, one level down. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"b"}       | {"a":"c"}       | {"a":"c"}
            {"a":"b"}       | {"b":"c"}       | {"a":"b","b":"c"}
            {"a":"b"}       | {"a":null}      | {}
            {"a":"b","b":"c"} | {"a":null}    | {"b":"c"}
            {"a":["b"]}     | {"a":"c"}       | {"a":"c"}
            {"a":"c"}       | {"a":["b"]}     | {"a":["b"]}
            {"a":{"b":"c"}} | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]} | {"a":[1]}     | {"a":[1]}
            ["a","b"]       | ["c","d"]       | ["c","d"]
            {"a":"b"}       | ["c"]           | ["c"]
            {"a":"foo"}     | "bar"           | "bar"
            {"e":null}      | {"a":1}         | {"e":null,"a":1}
            [1,2]           | {"a":"b","c":null} | {"a":"b"}
            {}              | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
            """)
    void aMergePatchDoesWhatItsSpecificationSays(String before, String patch, String after) {
        var item = item("{\"x\": " + before + "}");

        var answer = SERVER.patch(
                ADMIN, "/api/v1/items/" + item, MERGE_PATCH, "{\"clientMetadata\": {\"x\": " + patch + "}}");

        assertThat(answer.body().at("/clientMetadata/x")).isEqualTo(TestServer.json(after));
    }

    @Test
    void nullInAMergePatchTakesAllMetadataAway() {
        var item = item();

        SERVER.patch(ADMIN, "/api/v1/items/" + item, MERGE_PATCH, "{\"clientMetadata\": null}");

        assertThat(metadata(item)).isEmpty();
    }

    @Test
    void titlesChangeToo() {
        var item = item();

        var answer = SERVER.patch(
                ADMIN,
                "/api/v1/items/" + item,
                JSON,
                "{\"title\": \"new\", \"clientMetadata\": null, \"mode\": \"merge-patch\"}");

        assertThat(answer.body().path("title").asText()).isEqualTo("new");
        assertThat(answer.body().at("/clientMetadata/city").asText()).isEqualTo("Berlin");
        assertThat(history(item)).isEmpty();
    }

    @Test
    void theHistoryTellsWhatMetadataWasAndWhoChangedItTheNewestFirst() {
        var item = item();
        update(item, "{\"n\": 1}", "merge");
        update(item, "{\"n\": 2}", "merge");
        update(item, "{\"n\": 2}", "merge");

        var first =
                SERVER.get(ADMIN, "/api/v1/items/" + item + "/history?limit=1").body();
        var next = SERVER.get(
                        ADMIN,
                        "/api/v1/items/" + item + "/history?limit=1&pageToken="
                                + first.path("nextPageToken").asText())
                .body();

        assertThat(first.path("results")).hasSize(1);
        assertThat(first.at("/results/0/clientMetadata").toString()).isEqualTo("{\"n\":1,\"city\":\"Berlin\"}");
        assertThat(first.at("/results/0/replacedBy").asText()).contains("@");
        assertThat(first.at("/results/0/jobId").isNull()).isTrue();
        assertThat(next.at("/results/0/clientMetadata").toString()).isEqualTo("{\"city\":\"Berlin\"}");
        assertThat(next.path("nextPageToken").isNull()).isTrue();
    }

    @Test
    void historiesAreForThoseWhoMayReadTheItem() {
        var item = item();
        update(item, "{}", "replace");
        var stranger = SERVER.newUser(UUID.randomUUID() + "@example.org");

        assertThat(SERVER.get(stranger, "/api/v1/items/" + item + "/history").status())
                .isEqualTo(404);
        assertThat(SERVER.patch(stranger, "/api/v1/items/" + item, JSON, "{\"title\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyItemsChangeAtOnceEachInItsWay() {
        var items = List.of(item(), item(), item());

        var answer = SERVER.patch(ADMIN, "/api/v1/items", JSON, """
                {"mode": "merge", "items": {
                    "%s": {"clientMetadata": {"n": 1}},
                    "%s": {"clientMetadata": {"n": 1}, "mode": "replace"},
                    "%s": {"clientMetadata": {"city": "Berlin"}}}}
                """.formatted(items.toArray()));

        assertThat(answer.body().toString()).isEqualTo("{\"matched\":3,\"changed\":2,\"nextPageToken\":null}");
        assertThat(items)
                .extracting(item -> metadata(item).toString())
                .containsExactly("{\"n\":1,\"city\":\"Berlin\"}", "{\"n\":1}", "{\"city\":\"Berlin\"}");
    }

    @Test
    void oneItemThatCannotBeChangedKeepsTheOthersFromChanging() {
        var item = item();

        var answer = SERVER.patch(
                ADMIN,
                "/api/v1/items",
                MERGE_PATCH,
                "{\"items\": {\"" + item + "\": {\"title\": \"x\"}, \"" + UUID.randomUUID() + "\": {}}}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(SERVER.get(ADMIN, "/api/v1/items/" + item)
                        .body()
                        .path("title")
                        .asText())
                .isNotEqualTo("x");
    }

    @Test
    void aFolderIsChangedRunByRunToItsEnd() {
        var folder = folder();
        var below = UUID.fromString(
                SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"below\",\"parentId\":\"" + folder + "\"}")
                        .body()
                        .path("id")
                        .asText());
        SERVER.rows().addItems(folder, 2_001);
        var deep = SERVER.rows().addItem(below, "image", "deep.jpg");
        var request = "{\"folderId\": \"" + folder
                + "\", \"deep\": %s, \"mode\": \"merge\", \"clientMetadata\": {\"k\": %d}}";

        assertThat(changed(request.formatted(false, 1))).containsExactly(2_000, 1);
        assertThat(changed(request.formatted(true, 1)).stream().mapToInt(n -> n).sum())
                .isEqualTo(1);
        assertThat(changed(request.formatted(true, 2)).stream().mapToInt(n -> n).sum())
                .isEqualTo(2_002);
        assertThat(metadata(deep).toString()).isEqualTo("{\"k\":2,\"city\":\"Berlin\"}");
        assertThat(history(deep)).hasSize(2);
    }

    /** How many items each run changed. */
    private static List<Integer> changed(String request) {
        var changed = new ArrayList<Integer>();
        var path = "/api/v1/items";
        while (true) {
            var answer = SERVER.patch(ADMIN, path, JSON, request);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
            changed.add(answer.body().path("changed").asInt());
            if (answer.body().path("nextPageToken").isNull()) {
                return changed;
            }
            path = "/api/v1/items?pageToken="
                    + answer.body().path("nextPageToken").asText();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientMetadata\": []}",
                "{\"clientMetadata\": \"a\"}",
                "{\"clientMetadata\": {\"a\": 1, \"a\": 2}}",
                "{\"clientMetadata\": {}, \"mode\": \"erase\"}",
                "{\"clientMetadata\": {}, \"mode\": \"MERGE\"}",
                "{\"clientMetadata\": {\"a\": \"\\u0000\"}}",
                "{\"clientMetadata\": {\"a\": 1e200000}}",
                "{\"title\": \" \"}",
                "{\"name\": \"x\"}",
                "[]",
                ""
            })
    void aRequestThatIsNoChangeIsRefused(String body) {
        var item = item();

        var answer = SERVER.patch(ADMIN, "/api/v1/items/" + item, JSON, body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(metadata(item).toString()).isEqualTo("{\"city\":\"Berlin\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\": {}, \"folderId\": \"0190a1b2-0000-7000-8000-000000000000\", \"clientMetadata\": {}}",
                "{\"folderId\": \"0190a1b2-0000-7000-8000-000000000000\"}",
                "{\"folderId\": \"0190a1b2-0000-7000-8000-000000000000\", \"clientMetadata\": null}",
                "{\"items\": {\"x\": {}}}",
                "{\"items\": {\"0190a1b2-0000-7000-8000-000000000000\": {\"clientMetadata\": 1}}}"
            })
    void anUpdateOfManyThatSaysNotWhatIsRefused(String body) {
        assertThat(SERVER.patch(ADMIN, "/api/v1/items", JSON, body).status()).isEqualTo(400);
    }

    @Test
    void aMergePatchWithAModeIsRefused() {
        var answer = SERVER.patch(
                ADMIN, "/api/v1/items/" + item(), MERGE_PATCH, "{\"clientMetadata\": {}, \"mode\": \"merge\"}");

        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/mode");
    }

    @Test
    void moreThanAThousandItemsAreTooMany() {
        var items = IntStream.range(0, 1_001)
                .mapToObj(i -> "\"" + UUID.randomUUID() + "\": {}")
                .collect(Collectors.joining(", ", "{\"items\": {", "}}"));

        assertThat(SERVER.patch(ADMIN, "/api/v1/items", JSON, items).status()).isEqualTo(400);
    }

    @Test
    void deepMetadataIsMergedAndDeeperIsToldToComeWhole() {
        assertThat(mergeAtDepth(500)).isEqualTo(200);
        assertThat(mergeAtDepth(1_000)).isEqualTo(400);
    }

    private static int mergeAtDepth(int depth) {
        var deep = "{\"a\":".repeat(depth) + "%s" + "}".repeat(depth);
        var item = item(deep.formatted("{\"x\": 1}"));
        var answer = update(item, deep.formatted("{\"y\": 2, \"x\": null}"), "merge-patch");
        if (answer.status() == 200) {
            assertThat(metadata(item).toString()).isEqualTo(deep.formatted("{\"y\":2}"));
        } else {
            assertThat(answer.body().path("detail").asText()).contains("mode replace");
        }
        return answer.status();
    }

    @Test
    void metadataDoesNotGrowBeyondItsLimitByMerging() {
        var half = "\"" + "a".repeat(6_000_000) + "\"";
        var item = item("{\"a\": " + half + "}");

        var answer = update(item, "{\"b\": " + half + "}", "merge");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).contains("10000000 bytes");
        assertThat(update(item, "{\"b\": " + half + "}", "replace").status()).isEqualTo(200);
    }
}
