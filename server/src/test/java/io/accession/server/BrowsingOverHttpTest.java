package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with folders and items in a browser. */
final class BrowsingOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String FOLDERS = "/api/v1/folders";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String folder(String name) {
        return created(SERVER.post(ADMIN, FOLDERS, "{\"name\":\"" + name + "\"}"));
    }

    private static String folderIn(String parent, String name) {
        return created(SERVER.post(ADMIN, FOLDERS, "{\"name\":\"" + name + "\",\"parentId\":\"" + parent + "\"}"));
    }

    private static String created(TestServer.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static String item(String folder, String name) {
        return SERVER.rows().addItem(UUID.fromString(folder), "image", name).toString();
    }

    private static List<String> titles(String path) {
        return SERVER.get(ADMIN, path).body().path("results").findValuesAsText("title");
    }

    @Test
    void aFolderIsRenamedAndDescribed() {
        var folder = folder("before");

        var changed = SERVER.patch(
                ADMIN, FOLDERS + "/" + folder, "{\"name\":\"after\",\"clientMetadata\":{\"site\":\"Berlin\"}}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("name").asText()).isEqualTo("after");
        assertThat(changed.body().at("/clientMetadata/site").asText()).isEqualTo("Berlin");
        assertThat(SERVER.patch(ADMIN, FOLDERS + "/" + folder, "{\"description\":\"night shots\"}")
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\" \"}", "{\"clientMetadata\":[]}", "{\"nmae\":\"x\"}"})
    void aChangeThatMakesNoSenseIsRefused(String change) {
        var answer = SERVER.patch(ADMIN, FOLDERS + "/" + folder("kept"), change);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).isNotEmpty();
    }

    @Test
    void foldersMoveTogetherOrNotAtAll() {
        var house = folder("house");
        var room = folder("room");
        var cellar = folderIn(house, "cellar");

        var moved = move(house, room);
        var circle = SERVER.post(
                ADMIN,
                FOLDERS + "/move",
                "{\"folders\":[\"" + room + "\",\"" + house + "\"],\"parentId\":\"" + cellar + "\"}");
        var up = SERVER.post(ADMIN, FOLDERS + "/move", "{\"folders\":[\"" + cellar + "\"]}");

        assertThat(moved.status()).isEqualTo(204);
        assertThat(path(room)).containsExactly("house", "room");
        assertThat(circle.status()).isIn(400, 409);
        assertThat(up.status()).isEqualTo(204);
        assertThat(path(cellar)).containsExactly("cellar");
    }

    private static TestServer.Answer move(String parent, String folder) {
        return SERVER.post(
                ADMIN, FOLDERS + "/move", "{\"folders\":[\"" + folder + "\"],\"parentId\":\"" + parent + "\"}");
    }

    private static List<String> path(String folder) {
        var names = SERVER.get(ADMIN, FOLDERS + "/" + folder).body().path("path");
        return names.valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void aSummaryCountsWhatLiesDirectlyInAFolder() {
        var folder = folder("counted");
        folderIn(folder, "below");
        item(folder, "one.jpg");
        item(folder, "two.jpg");

        var summary = SERVER.get(ADMIN, FOLDERS + "/" + folder + "/summary").body();

        assertThat(summary.at("/items/image").asInt()).isEqualTo(2);
        assertThat(summary.path("folders").asInt()).isEqualTo(1);
        assertThat(summary.path("bytes").asInt()).isEqualTo(14);
    }

    @Test
    void itemsAreListedInTheOrderThatIsAskedForAndAlsoFromBelow() {
        var folder = folder("sorted");
        var below = folderIn(folder, "below");
        item(folder, "b.jpg");
        item(folder, "a.jpg");
        item(below, "c.jpg");
        var items = FOLDERS + "/" + folder + "/items";

        assertThat(titles(items + "?sort=name")).containsExactly("a.jpg", "b.jpg");
        assertThat(titles(items + "?sort=-name&deep=true")).containsExactly("c.jpg", "b.jpg", "a.jpg");
        assertThat(titles(items + "?sort=name&limit=1")).containsExactly("a.jpg");
        assertThat(SERVER.get(ADMIN, items + "?sort=size").status()).isEqualTo(400);
    }

    @Test
    void anItemIsRenamedAndItsMetadataReplaced() {
        var item = "/api/v1/items/" + item(folder("edited"), "old.jpg");

        var changed = SERVER.patch(ADMIN, item, "{\"title\":\"new.jpg\",\"clientMetadata\":{\"score\":0.5}}");

        assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
        assertThat(changed.body().path("title").asText()).isEqualTo("new.jpg");
        assertThat(changed.body().path("clientMetadata").toString()).isEqualTo("{\"score\":0.5}");
        assertThat(SERVER.patch(ADMIN, item, "{\"clientMetadata\":{\"text\":\"\\u0000\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void itemsMoveAndGoTogether() {
        var from = folder("from");
        var to = folder("to");
        var one = item(from, "m1.jpg");
        var two = item(from, "m2.jpg");
        var both = "[\"" + one + "\",\"" + two + "\"]";

        var moved = SERVER.post(
                ADMIN, FOLDERS + "/" + from + "/items/move", "{\"items\":" + both + ",\"toFolderId\":\"" + to + "\"}");
        var again = SERVER.post(
                ADMIN, FOLDERS + "/" + from + "/items/move", "{\"items\":" + both + ",\"toFolderId\":\"" + to + "\"}");
        var removed = SERVER.post(ADMIN, FOLDERS + "/" + to + "/items/remove", "{\"items\":" + both + "}");

        assertThat(moved.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(404);
        assertThat(removed.body().path("removed").asInt()).isEqualTo(2);
        assertThat(SERVER.get(ADMIN, "/api/v1/items/" + one).status()).isEqualTo(404);
        assertThat(SERVER.post(ADMIN, FOLDERS + "/" + to + "/items/remove", "{\"items\":[]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void oneItemGoesByItself() {
        var item = "/api/v1/items/" + item(folder("single"), "single.jpg");

        assertThat(SERVER.delete(ADMIN, item).status()).isEqualTo(204);
        assertThat(SERVER.delete(ADMIN, item).status()).isEqualTo(404);
    }

    @Test
    void strangersChangeNothing() {
        var folder = folder("mine");
        var item = item(folder, "mine.jpg");
        var stranger = SERVER.newUser("stranger@example.org");

        assertThat(SERVER.patch(stranger, FOLDERS + "/" + folder, "{\"name\":\"theirs\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.patch(stranger, "/api/v1/items/" + item, "{\"title\":\"theirs\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.get(stranger, "/api/v1/items/" + item + "/signed-url").status())
                .isEqualTo(404);
        assertThat(SERVER.delete(stranger, "/api/v1/items/" + item).status()).isEqualTo(404);
        assertThat(SERVER.get(stranger, FOLDERS + "/" + folder + "/summary").status())
                .isEqualTo(404);
    }

    @Test
    void anItemsObjectIsFetchedAtItsSignedUrl() throws Exception {
        var bytes = "not really a picture".getBytes(StandardCharsets.UTF_8);
        var item = localItem("shot 1.jpg", bytes);

        var signed = SERVER.get(ADMIN, "/api/v1/items/" + item + "/signed-url");

        assertThat(signed.status()).as("%s", signed.body()).isEqualTo(200);
        assertThat(fetch(signed.body().path("url").asText())).isEqualTo(bytes);
    }

    private static String localItem(String name, byte[] bytes) throws IOException {
        Files.write(SERVER.localRoot().resolve(name), bytes);
        var integration = created(SERVER.post(
                ADMIN,
                "/api/v1/integrations",
                "{\"title\":\"here\",\"settings\":{\"type\":\"local\",\"root\":\"" + SERVER.localRoot() + "\"}}"));
        var item = item(folder("local"), name);
        SERVER.rows().place(item, integration, SERVER.localRoot().resolve(name).toUri());
        return item;
    }

    private static byte[] fetch(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Test
    void whereNothingCanBeSignedTheAnswerSaysWhy() {
        var answer = SERVER.get(ADMIN, "/api/v1/items/" + item(folder("unsigned"), "u.jpg") + "/signed-url");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asText()).contains("signed URL");
    }
}
