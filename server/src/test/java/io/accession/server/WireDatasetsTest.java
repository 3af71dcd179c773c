package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What datasets do, seen as the Encord SDK sees them. */
final class WireDatasetsTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireCaller SDK = CATALOGUE.sdk();

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    private static String images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"objectUrl\": \"s3://b/d" + i + ".jpg\", \"title\": \"d" + i
                        + "\", \"imageMetadata\": " + WireCatalogue.IMAGE + "}")
                .collect(Collectors.joining(",", "{\"skip_duplicate_urls\": true, \"images\": [", "]}"));
    }

    private static String linking() {
        return CATALOGUE.dataset("linking", false).path("datasetUuid").asText();
    }

    /** A folder with so many items. */
    private static String folder(int items) {
        var folder = CATALOGUE.folder("folder");
        CATALOGUE.job(folder, images(items));
        return folder;
    }

    private static List<String> items(String folder) {
        return texts(
                SDK.get("storage/folders/" + folder + "/items?order=createdAt&pageSize=1000")
                        .body()
                        .path("results"),
                "uuid");
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(key).asText())
                .toList();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static JsonNode ask(
            WireCaller caller, String dataset, String method, String type, String uid, String payload) {
        return caller.query(dataset, WireCatalogue.query(method, type, uid, payload))
                .body();
    }

    private static JsonNode rows(WireCaller caller, String dataset) {
        return ask(caller, dataset, "GET", "datarows", "null", "null").path("response");
    }

    private static JsonNode link(WireCaller caller, String dataset, List<String> items, String duplicates) {
        var uuids = items.stream().map(WireDatasetsTest::quoted).collect(Collectors.joining(", ", "[", "]"));
        return ask(
                caller,
                dataset,
                "POST",
                "datasetlinkitems",
                quoted(dataset),
                "{\"item_uuids\": " + uuids + ", \"duplicates_behavior\": \"" + duplicates + "\"}");
    }

    @Test
    void aMirroredFolderAndItsDatasetHaveTheSameItems() {
        var mirror = CATALOGUE.dataset("mirror", true);
        var dataset = mirror.path("datasetUuid").asText();
        var folder = mirror.path("backingFolderUuid").asText();
        CATALOGUE.job(folder, images(3));
        var items = items(folder);
        var elsewhere = CATALOGUE.folder("elsewhere");
        assertThat(texts(rows(SDK, dataset), "backing_item_uuid")).isEqualTo(items);

        var row = rows(SDK, dataset).path(0).path("data_hash").asText();
        ask(SDK, dataset, "DELETE", "video", "[" + quoted(row) + "]", "null");
        var move = "{\"itemUuids\": [\"" + items.get(1) + "\"], \"newParentUuid\": \"" + elsewhere + "\"";
        var refused = SDK.post("storage/folders/" + folder + "/items/move", move + "}");
        SDK.post("storage/folders/" + folder + "/items/move", move + ", \"allowSyncedDatasetMove\": true}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(items(folder)).containsExactly(items.get(2));
        assertThat(texts(rows(SDK, dataset), "backing_item_uuid")).containsExactly(items.get(2));
        assertThat(SDK.get("storage/folders/" + folder)
                        .body()
                        .path("syncedDatasetHash")
                        .asText())
                .isEqualTo(dataset);
    }

    @Test
    void anItemIsLinkedOnceUnlessItIsToBeLinkedAgain() {
        var dataset = linking();
        var items = items(folder(2));
        var first = link(SDK, dataset, items.subList(0, 1), "FAIL").path("response");

        var skipped = link(SDK, dataset, items, "SKIP").path("response");
        var failed = link(SDK, dataset, items, "FAIL");
        var again = link(SDK, dataset, items.subList(0, 1), "DUPLICATE").path("response");

        assertThat(texts(skipped, "backing_item_uuid")).isEqualTo(items);
        assertThat(skipped.path(0).path("data_hash")).isEqualTo(first.path(0).path("data_hash"));
        assertThat(failed.at("/response/0").asText()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(again.path(0).path("data_hash")).isNotEqualTo(first.path(0).path("data_hash"));
        assertThat(rows(SDK, dataset)).hasSize(3);
        assertThat(SDK.get("storage/items/" + items.getFirst())
                        .body()
                        .path("backedDataUnitsCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatADatasetLinksStaysUntilItIsTakenOut() {
        var dataset = linking();
        var folder = folder(1);
        var item = items(folder).getFirst();
        var row = link(SDK, dataset, List.of(item), "SKIP")
                .at("/response/0/data_hash")
                .asText();
        var removal = "{\"childUuids\": [\"" + item + "\"], \"removeUnusedFrames\": true}";

        var itemRefused = SDK.post("storage/folders/" + folder + "/items/delete", removal);
        var folderRefused = SDK.delete("storage/folders/" + folder);
        ask(SDK, dataset, "DELETE", "video", "[" + quoted(row) + "]", "null");
        var removed = SDK.delete("storage/folders/" + folder);

        assertThat(itemRefused.status()).as(itemRefused.text()).isEqualTo(400);
        assertThat(itemRefused.body().path("message").asText()).contains("linking", item);
        assertThat(folderRefused.status()).as(folderRefused.text()).isEqualTo(400);
        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(rows(SDK, dataset)).isEmpty();
    }

    @Test
    void allRowsComeHoweverManyThereAre() {
        var dataset = linking();
        var items = Stream.concat(items(folder(1_000)).stream(), items(folder(2)).stream())
                .toList();
        link(SDK, dataset, items, "SKIP");

        assertThat(texts(rows(SDK, dataset), "backing_item_uuid")).isEqualTo(items);
    }

    @Test
    void whatAJobRegistersOrFindsIsLinkedWhenItEnds() {
        var dataset = linking();
        var folder = folder(1);
        var before = items(folder).getFirst();

        var started = ask(
                SDK,
                dataset,
                "POST",
                "datasetdatalongpolling",
                quoted(dataset),
                "{\"files\": " + images(3) + ", \"integrationId\": \"" + CATALOGUE.name("strict")
                        + "\", \"ignoreErrors\": false, \"folderUuid\": \"" + folder + "\"}");
        var job = started.at("/response/process_hash").asText();
        var ended = ask(
                        SDK,
                        dataset,
                        "GET",
                        "datasetdatalongpolling",
                        quoted(dataset),
                        "{\"process_hash\": \"" + job + "\", \"timeout_seconds\": 60}")
                .path("response");

        assertThat(ended.path("status").asText()).as("%s", ended).isEqualTo("DONE");
        assertThat(texts(ended.path("dataHashesWithTitles"), "backingItemUuid"))
                .hasSize(3)
                .contains(before);
        assertThat(texts(rows(SDK, dataset), "data_hash"))
                .containsExactlyInAnyOrderElementsOf(texts(ended.path("dataHashesWithTitles"), "dataHash"));
    }

    @Test
    void aRoleInADatasetOpensItsItemsAndNothingElse() {
        var dataset = linking();
        var folder = folder(2);
        var items = items(folder);
        var row = link(SDK, dataset, items.subList(0, 1), "SKIP")
                .at("/response/0/data_hash")
                .asText();
        var labeller = WireCaller.of(CATALOGUE.server(), "dataset-labeller@example.org", false);
        assertThat(rows(labeller, dataset).path(0).asText()).isEqualTo("AUTHORISATION_ERROR");

        var added = ask(
                SDK,
                dataset,
                "POST",
                "datasetusers",
                quoted(dataset),
                "{\"user_emails\": [\"Dataset-Labeller@example.org\"], \"user_role\": 1}");

        assertThat(added.at("/response/0/userRole").asInt()).isEqualTo(1);
        assertThat(texts(rows(labeller, dataset), "data_hash")).containsExactly(row);
        assertThat(texts(labeller.get("datasets/list").body().path("result"), "datasetUuid"))
                .containsExactly(dataset);
        assertThat(labeller.get("storage/folders/" + folder).status()).isEqualTo(403);
        assertThat(labeller.get("storage/items/" + items.getFirst()).status()).isEqualTo(403);
        for (var refused : List.of(
                ask(labeller, dataset, "DELETE", "video", "[" + quoted(row) + "]", "null"),
                ask(labeller, dataset, "POST", "datarow", quoted(row), "{\"data_title\": \"x\"}"),
                link(labeller, dataset, items, "SKIP"),
                ask(
                        labeller,
                        dataset,
                        "GET",
                        "datarow",
                        quoted(UUID.randomUUID().toString()),
                        "null"))) {
            assertThat(refused.at("/response/0").asText()).as("%s", refused).isEqualTo("AUTHORISATION_ERROR");
        }
        assertThat(labeller.delete("datasets/" + dataset).status()).isEqualTo(403);
        assertThat(SDK.delete("datasets/" + dataset).status()).isEqualTo(200);
        assertThat(items(folder)).isEqualTo(items);
    }
}
