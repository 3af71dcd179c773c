package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What changes of items do, seen as the Encord SDK sees them. */
final class WireItemsTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireCaller SDK = CATALOGUE.sdk();
    private static final String IMAGE = "{\"mimeType\": \"image/jpeg\", \"fileSize\": 7, \"width\": 4, \"height\": 3}";

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    private static String image(String name) {
        return "{\"objectUrl\": \"s3://b/" + name + "\", \"title\": \"" + name + "\", \"imageMetadata\": " + IMAGE
                + ", \"clientMetadata\": {\"n\": 1}}";
    }

    private static String images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> image("i" + i + ".jpg"))
                .collect(Collectors.joining(",", "{\"skip_duplicate_urls\": true, \"images\": [", "]}"));
    }

    /** The items of a folder with a group of two frames. */
    private static String group() {
        return "{\"skip_duplicate_urls\": true, \"imageGroups\": [{\"title\": \"g\", \"images\": ["
                + "{\"url\": \"s3://b/1.jpg\", \"imageMetadata\": " + IMAGE + "},"
                + "{\"url\": \"s3://b/2.jpg\", \"imageMetadata\": " + IMAGE + "}]}]}";
    }

    private static String filled(String manifest) {
        var folder = CATALOGUE.folder("folder");
        CATALOGUE.job(folder, manifest);
        return folder;
    }

    private static List<String> items(String folder, String query) {
        var page = SDK.get("storage/folders/" + folder + "/items?pageSize=1000&" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("results").spliterator(), false)
                .map(item -> item.path("uuid").asText())
                .toList();
    }

    @Test
    void aThousandChangesAreMadeAtOnceAndTheFeedLearnsOfThem() {
        var folder = filled(images(1_000));
        var items = items(folder, "order=createdAt");
        var before = CATALOGUE.server().rows().newestChange();

        var answer = SDK.patch(
                "storage/items/patch-bulk",
                items.stream()
                        .map(item -> "\"" + item + "\": {\"clientMetadata\": {\"e\": [1.0, 2.50], \"n\": null}}")
                        .collect(Collectors.joining(", ", "{\"itemPatches\": {", "}}")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("results"))
                .hasSize(1_000)
                .allSatisfy(item -> assertThat(item.path("clientMetadata").asText())
                        .isEqualTo("{\"e\": [1.0, 2.50], \"n\": null}"));
        assertThat(CATALOGUE.server().rows().changedSince(before)).isEqualTo(1_000);
        assertThat(CATALOGUE.server().rows().rememberedMetadata(items.getFirst()))
                .containsExactly("{\"n\": 1}");
    }

    @Test
    void oneForeignItemKeepsTheOthersFromChanging() {
        var item = items(filled(images(1)), "").getFirst();

        var answer = SDK.patch(
                "storage/items/patch-bulk",
                "{\"itemPatches\": {\"" + item + "\": {\"name\": \"changed\"}, \"" + UUID.randomUUID()
                        + "\": {\"name\": \"x\"}}}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(SDK.get("storage/items/" + item).body().path("name").asText())
                .isEqualTo("i0.jpg");
    }

    @Test
    void metadataThatCannotBeStoredIsRefusedWithAMessage() {
        var folder = filled(images(1));
        var item = items(folder, "").getFirst();

        var answer =
                SDK.patch("storage/folders/" + folder + "/items/" + item, "{\"clientMetadata\": {\"a\": \"\\u0000\"}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("PostgreSQL");
    }

    @Test
    void anItemThatMovesToItsTwinKeepsBoth() {
        var from = filled(images(2));
        var to = filled(images(1));
        var moved = items(from, "");

        var answer = SDK.post(
                "storage/folders/" + from + "/items/move",
                "{\"itemUuids\": [\"" + String.join("\", \"", moved) + "\"], \"newParentUuid\": \"" + to + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(items(to, "")).hasSize(3).containsAll(moved);
        assertThat(items(from, "")).isEmpty();
    }

    @Test
    void framesGoWithTheirGroupWhereNobodyElseHasThem() {
        var folder = filled(group());
        var group = items(folder, "").getFirst();
        var frames = items(folder, "itemTypes=image");
        var delete = "storage/folders/" + folder + "/items/delete";

        var frameAlone = SDK.post(delete, "{\"childUuids\": [\"" + frames.getFirst() + "\"]}");
        var whole = SDK.post(delete, "{\"childUuids\": [\"" + group + "\"], \"removeUnusedFrames\": true}");

        assertThat(frameAlone.status()).as(frameAlone.text()).isEqualTo(400);
        assertThat(frameAlone.body().path("message").asText()).contains("group");
        assertThat(whole.body().path("removedItemsCount").asInt()).isEqualTo(3);
        assertThat(items(folder, "itemTypes=image")).isEmpty();
    }

    @Test
    void framesThatAreKeptAreShown() {
        var folder = filled(group());
        var group = items(folder, "").getFirst();

        SDK.post(
                "storage/folders/" + folder + "/items/delete",
                "{\"childUuids\": [\"" + group + "\"], \"removeUnusedFrames\": false}");

        assertThat(items(folder, "")).hasSize(2);
    }

    @Test
    void aCallThatComesAgainHappensOnce() {
        var folder = filled(images(1));
        var item = items(folder, "").getFirst();
        var target = WireCaller.target("storage/folders/" + folder + "/items/delete");
        var body = "{\"childUuids\": [\"" + item + "\"], \"removeUnusedFrames\": true}";
        var head = SDK.head("POST", target, body, WireCaller.trace());

        var first = SDK.exchange(head, body);
        var again = SDK.exchange(head, body);
        var intended = SDK.exchange(SDK.head("POST", target, body, WireCaller.trace()), body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(intended.status()).isEqualTo(403);
    }

    @Test
    void pagesGoOnWhereTheyEndedInEveryOrder() {
        var folder = filled(images(7));
        for (var order : new String[] {"name", "createdAt"}) {
            for (var descending : new String[] {"True", "False"}) {
                var query =
                        "storage/folders/" + folder + "/items?order=" + order + "&desc=" + descending + "&pageSize=3";
                var names = new ArrayList<String>();
                var page = SDK.get(query);
                while (true) {
                    page.body()
                            .path("results")
                            .forEach(item -> names.add(item.path("name").asText()));
                    if (page.body().path("nextPageToken").isNull()) {
                        break;
                    }
                    page = SDK.get(query + "&pageToken="
                            + page.body().path("nextPageToken").asText());
                }

                assertThat(names)
                        .as("%s %s", order, descending)
                        .isSortedAccordingTo(
                                descending.equals("True") ? Comparator.reverseOrder() : Comparator.naturalOrder())
                        .hasSize(7);
            }
        }
    }

    @Test
    void aPageTokenOfAnotherOrderIsRefused() {
        var folder = filled(images(3));
        var items = "storage/folders/" + folder + "/items?pageSize=1&order=";
        var token = SDK.get(items + "name").body().path("nextPageToken").asText();

        assertThat(SDK.get(items + "createdAt&pageToken=" + token).status()).isEqualTo(400);
    }

    @Test
    void emptyMetadataOfTypedItemsLeavesWhatThereIs() {
        var folder = filled(images(1));
        var item = items(folder, "").getFirst();

        var started = SDK.post(
                "storage/folders/" + folder + "/data-upload-jobs",
                "{\"dataItems\": {\"images\": [{\"objectUrl\": \"s3://b/i0.jpg\", \"clientMetadata\": {}, \"imageMetadata\": "
                        + IMAGE
                        + "}], \"pdf\": [], \"skipDuplicateUrls\": true, \"upsertMetadata\": true}, \"integrationHash\": \""
                        + CATALOGUE.name("strict") + "\"}");
        var ended = SDK.get("storage/folders/" + folder + "/data-upload-jobs/"
                + started.body().asText());

        assertThat(ended.body().path("status").asText()).isEqualTo("DONE");
        assertThat(ended.body().at("/itemsWithNames/0/itemUuid").asText()).isEqualTo(item);
        assertThat(SDK.get("storage/items/" + item)
                        .body()
                        .path("clientMetadata")
                        .asText())
                .isEqualTo("{\"n\": 1}");
    }

    @Test
    void aRoleOfAGroupReachesBelowAndOnlySoFar() {
        var folder = filled(images(1));
        var below = SDK.post("storage/folders", "{\"name\": \"below\", \"parent\": \"" + folder + "\"}")
                .body()
                .path("uuid")
                .asText();
        var labeller = WireCaller.of(CATALOGUE.server(), "labeller@example.org", false);
        CATALOGUE.addToGroup("labeller@example.org");
        var item = items(folder, "").getFirst();
        assertThat(labeller.get("storage/folders/" + below).status()).isEqualTo(403);

        grant(folder, "user");

        assertThat(labeller.get("storage/folders/" + below)
                        .body()
                        .path("userRole")
                        .asText())
                .isEqualTo("user");
        assertThat(labeller.get("storage/search/folders?search=below").body().path("results"))
                .hasSize(1);
        assertThat(labeller.get("storage/search/items").body().path("results")).hasSize(1);
        assertThat(labeller.get("storage/items/" + item).status()).isEqualTo(200);
        assertThat(labeller.patch("storage/folders/" + below, "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(labeller.patch("storage/items/patch-bulk", "{\"itemPatches\": {\"" + item + "\": {}}}")
                        .status())
                .isEqualTo(403);
        assertThat(labeller.delete("storage/folders/" + below).status()).isEqualTo(403);
        grant(folder, "admin");
        assertThat(labeller.patch("storage/folders/" + below, "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(200);
        SDK.delete("storage/folders/" + folder + "/groups?groupHashList=" + CATALOGUE.name("group"));
        assertThat(labeller.get("storage/folders/" + below).status()).isEqualTo(403);
    }

    @Test
    void groupsGetARoleTogetherOrNotAtAll() {
        var groups = "storage/folders/" + CATALOGUE.folder("together") + "/groups";
        var given = "{\"groupHashList\": [\"" + CATALOGUE.name("group") + "\", \"%s\"], \"userRole\": \"user\"}";

        var refused = SDK.post(groups, given.formatted(UUID.randomUUID()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).isEqualTo("One of the groups does not exist.");
        assertThat(SDK.get(groups).body().path("results")).isEmpty();
        assertThat(SDK.post(groups, given.formatted(CATALOGUE.name("group"))).status())
                .isEqualTo(200);
        assertThat(SDK.get(groups).body().path("results")).hasSize(1);
    }

    @Test
    void anIntegrationIsListedAndUsedByWhomItIsSharedWithThroughAGroup() {
        var drawer = WireCaller.of(CATALOGUE.server(), "drawer@example.org", false);
        CATALOGUE.addToGroup("drawer@example.org");
        var folder = drawer.post("storage/folders", "{\"name\": \"drawings\"}")
                .body()
                .path("uuid")
                .asText();
        var server = CATALOGUE.server();
        var roles = "/api/v1/integrations/" + CATALOGUE.name("strict") + "/roles";
        var list = "cloud-integrations?filterIntegrationUuids=" + CATALOGUE.name("strict");
        assertThat(drawer.get(list).body().path("result")).isEmpty();
        assertThat(register(drawer, folder).status()).isEqualTo(403);

        server.post(
                server.administrator(),
                roles,
                "{\"groupId\": \"" + CATALOGUE.name("group") + "\", \"role\": \"user\"}");

        assertThat(drawer.get(list).body().at("/result/0/title").asText()).isEqualTo("strict");
        assertThat(register(drawer, folder).status()).isEqualTo(200);
        server.delete(server.administrator(), roles + "/groups/" + CATALOGUE.name("group"));
        assertThat(drawer.get(list).body().path("result")).isEmpty();
        assertThat(register(drawer, folder).status()).isEqualTo(403);
    }

    private static WireCaller.Answer register(WireCaller caller, String folder) {
        return caller.post(
                "storage/folders/" + folder + "/data-upload-jobs",
                "{\"externalFiles\": " + images(1) + ", \"integrationHash\": \"" + CATALOGUE.name("strict")
                        + "\", \"ignoreErrors\": true}");
    }

    private static void grant(String folder, String role) {
        var granted = SDK.post(
                "storage/folders/" + folder + "/groups",
                "{\"groupHashList\": [\"" + CATALOGUE.name("group") + "\"], \"userRole\": \"" + role + "\"}");
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    }
}
