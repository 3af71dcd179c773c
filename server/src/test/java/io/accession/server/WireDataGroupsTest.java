package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Data groups, seen as the Encord SDK and as our own REST see them. */
final class WireDataGroupsTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireCaller SDK = CATALOGUE.sdk();

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    private static String filled() {
        var folder = CATALOGUE.folder("grouped");
        CATALOGUE.job(folder, """
                {"images": [{"objectUrl": "s3://b/1.jpg", "title": "one", "imageMetadata": %1$s},
                            {"objectUrl": "s3://b/2.jpg", "title": "two", "imageMetadata": %1$s},
                            {"objectUrl": "s3://b/3.jpg", "title": "three", "imageMetadata": %1$s}]}
                """.formatted(WireCatalogue.IMAGE));
        return folder;
    }

    private static String item(String folder, String name) {
        return SDK.get("storage/folders/" + folder + "/items?search=" + name)
                .body()
                .at("/results/0/uuid")
                .asText();
    }

    private static WireCaller.Answer create(WireCaller caller, String folder, String groups) {
        return caller.post("storage/folders/" + folder + "/create-group-items", groups);
    }

    private static String list(String... items) {
        return "[{\"layoutType\": \"default-list\", \"layoutContents\": [\"" + String.join("\", \"", items) + "\"]}]";
    }

    private static String created(String folder, String groups) {
        var answer = create(SDK, folder, groups);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path(0).asText();
    }

    private static JsonNode layout(String folder, String group) {
        return SDK.get("storage/folders/" + folder + "/items/" + group + "/summary?includeGroupLayout=True")
                .body()
                .path("groupLayout");
    }

    @Test
    void aGroupIsAnItemWithItsItemsInOrder() {
        var folder = filled();
        var one = item(folder, "one");
        var two = item(folder, "two");

        var group = created(folder, list(two, one));

        var shown = SDK.get("storage/items/" + group).body();
        assertThat(shown.path("itemType").asText()).isEqualTo("group");
        assertThat(shown.path("name").asText()).isEqualTo("Group of 2 items");
        assertThat(shown.path("url").isNull()).isTrue();
        var children = SDK.get("storage/folders/" + folder + "/items/" + group + "/child-items?signUrls=False")
                .body()
                .path("results");
        assertThat(StreamSupport.stream(children.spliterator(), false))
                .extracting(child -> child.path("uuid").asText())
                .containsExactly(two, one);
        assertThat(layout(folder, group).at("/layout/keys")).hasSize(2);
        assertThat(layout(folder, group).at("/layoutContents/0/uuid").asText()).isEqualTo(two);
        assertThat(SDK.get("storage/folders/" + folder + "/items?itemTypes=group")
                        .body()
                        .path("results"))
                .hasSize(1);
        assertThat(SDK.get("storage/folders/" + folder + "/summary")
                        .body()
                        .path("groups")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aGridGivesEveryItemATile() {
        var folder = filled();
        var items = String.join("\", \"", item(folder, "one"), item(folder, "two"), item(folder, "three"));

        var group = created(
                folder,
                "[{\"layoutType\": \"default-grid\", \"layoutContents\": [\"" + items + "\"], \"name\": \"g\"}]");

        var layout = layout(folder, group).path("layout");
        assertThat(layout.at("/first/first/key").asText()).isEqualTo("0");
        assertThat(layout.at("/first/second/key").asText()).isEqualTo("1");
        assertThat(layout.at("/second/key").asText()).isEqualTo("2");
        assertThat(layout.path("splitPercentage").asDouble()).isBetween(66.0, 67.0);
    }

    @Test
    void ourRestShowsTheLayoutToo() {
        var folder = filled();
        var one = item(folder, "one");
        var group = created(folder, list(one));
        var token = SDK.get("user/bearer-token").body().path("token").asText();

        var shown = CATALOGUE.server().get(token, "/api/v1/items/" + group).body();

        assertThat(shown.path("kind").asText()).isEqualTo("group");
        assertThat(shown.at("/members/0/itemId").asText()).isEqualTo(one);
        assertThat(shown.at("/dataGroup/contents/0").asText()).isEqualTo(one);
        assertThat(shown.at("/dataGroup/layout/carouselPosition").asText()).isEqualTo("bottom");
    }

    @Test
    void aMemberStaysAsLongAsItsGroup() {
        var folder = filled();
        var one = item(folder, "one");
        var group = created(folder, list(one));
        var delete = "storage/folders/" + folder + "/items/delete";

        var member = SDK.post(delete, "{\"childUuids\": [\"" + one + "\"], \"removeUnusedFrames\": true}");
        var whole = SDK.post(delete, "{\"childUuids\": [\"" + group + "\"], \"removeUnusedFrames\": true}");

        assertThat(member.status()).isEqualTo(400);
        assertThat(whole.body().path("removedItemsCount").asInt()).isEqualTo(1);
        assertThat(SDK.get("storage/items/" + one).status()).isEqualTo(200);
        assertThat(SDK.get("storage/items/" + group).status()).isEqualTo(403);
    }

    @Test
    void whoMayNotLookAtAnItemCannotGroupItAndDoesNotSeeItInAGroup() {
        var closed = filled();
        var open = filled();
        var arranger = WireCaller.of(CATALOGUE.server(), "arranger@example.org", false);
        CATALOGUE.addToGroup("arranger@example.org");
        SDK.post(
                "storage/folders/" + open + "/groups",
                "{\"groupHashList\": [\"" + CATALOGUE.name("group") + "\"], \"userRole\": \"admin\"}");
        var group = created(open, list(item(open, "one"), item(closed, "two")));

        assertThat(create(arranger, open, list(item(open, "one"))).status()).isEqualTo(200);
        assertThat(create(arranger, open, list(item(closed, "one"))).status()).isEqualTo(403);
        assertThat(create(arranger, closed, list(item(open, "one"))).status()).isEqualTo(403);
        assertThat(arranger.get("storage/folders/" + open + "/items/" + group + "/child-items")
                        .body()
                        .path("results"))
                .hasSize(1);
    }

    @Test
    void oneWrongGroupKeepsTheOthersFromBeingMade() {
        var folder = filled();
        var one = item(folder, "one");
        var group = created(folder, list(one));
        int before = SDK.get("storage/folders/" + folder + "/items")
                .body()
                .path("results")
                .size();
        for (var wrong : new String[] {
            list(one).replace("]}]", "]}, {\"layoutType\": \"default-grid\", \"layoutContents\": []}]"),
            list(one, UUID.randomUUID().toString()),
            list(one, group),
            "[null]",
            list(one).replace("default-list", "spiral"),
            list(one).replace("[\"" + one + "\"]", "{\"a\": \"" + one + "\"}"),
            custom(one, "{\"key\": \"a\"}"),
            custom(one, "{\"keys\": [\"b\"], \"carouselPosition\": \"top\", \"carouselSize\": 20}"),
            custom(one, "{\"keys\": [\"a\"], \"carouselPosition\": \"nowhere\", \"carouselSize\": 20}"),
            custom(one, "{\"keys\": [\"a\"], \"carouselPosition\": \"top\", \"carouselSize\": 71}"),
            custom(
                    one,
                    "{\"direction\": \"row\", \"first\": {\"key\": \"a\"}, \"second\": {\"key\": \"a\"}, \"splitPercentage\": 4}")
        }) {
            var answer = create(SDK, folder, wrong);

            assertThat(answer.status()).as(wrong).isIn(400, 403);
            assertThat(answer.body().path("message").asText()).as(wrong).isNotBlank();
        }
        assertThat(SDK.get("storage/folders/" + folder + "/items").body().path("results"))
                .hasSize(before);
    }

    private static String custom(String item, String layout) {
        return "[{\"layoutType\": \"custom\", \"layoutContents\": {\"a\": \"" + item + "\"}, \"layout\": " + layout
                + "}]";
    }
}
