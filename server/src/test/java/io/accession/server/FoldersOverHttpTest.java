package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.TestServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldersOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String create(String token, String name) {
        return created(SERVER.post(token, "/api/v1/folders", "{\"name\":\"" + name + "\"}"));
    }

    private static String createIn(String token, String parent, String name) {
        return created(
                SERVER.post(token, "/api/v1/folders", "{\"name\":\"" + name + "\",\"parentId\":\"" + parent + "\"}"));
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static List<String> names(JsonNode page) {
        return page.path("results")
                .valueStream()
                .map(folder -> folder.path("name").asText())
                .toList();
    }

    @Test
    void aFolderShowsItsPathFromTheTop() {
        var top = create(ADMIN, "fleet");
        var middle = createIn(ADMIN, top, "berlin");
        var bottom = createIn(ADMIN, middle, "night");

        var folder = SERVER.get(ADMIN, "/api/v1/folders/" + bottom).body();

        assertThat(folder.path("path").valueStream().map(JsonNode::asText)).containsExactly("fleet", "berlin", "night");
        assertThat(folder.path("parentId").asText()).isEqualTo(middle);
        assertThat(folder.path("itemCounts").isObject()).isTrue();
        assertThat(folder.path("description").isNull()).isTrue();
    }

    @Test
    void foldersAreListedByNameInPagesThatMissNothing() {
        var user = SERVER.newUser("pages@example.org");
        for (int i = 0; i < 7; i++) {
            create(user, i % 2 == 0 ? "Page" + i : "page" + i);
        }

        var seen = new ArrayList<String>();
        var path = "/api/v1/folders?limit=3";
        var page = SERVER.get(user, path).body();
        seen.addAll(names(page));
        create(user, "page0 added while somebody is reading");
        while (!page.path("nextPageToken").isNull()) {
            page = SERVER.get(
                            user,
                            path + "&pageToken=" + page.path("nextPageToken").asText())
                    .body();
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("Page0", "page1", "Page2", "page3", "Page4", "page5", "Page6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "a_b", "C:\\temp", "ÜBER"})
    void nothingInASearchIsSpecial(String part) {
        var user = SERVER.newUser(UUID.randomUUID() + "@example.org");
        create(user, "x 50% a_b C:\\\\temp über y");
        create(user, "x 500 aXb C:/temp uber y");

        var found = SERVER.get(user, "/api/v1/folders?search=" + URLEncoder.encode(part, StandardCharsets.UTF_8));

        assertThat(names(found.body())).containsExactly("x 50% a_b C:\\temp über y");
    }

    @Test
    void onlyFoldersAtTheTopOrBelowOneAreListedWhenAsked() {
        var user = SERVER.newUser("levels@example.org");
        var top = create(user, "top");
        createIn(user, createIn(user, top, "middle"), "bottom");

        assertThat(names(SERVER.get(user, "/api/v1/folders?parent=root").body()))
                .containsExactly("top");
        assertThat(names(SERVER.get(user, "/api/v1/folders?parent=" + top).body()))
                .containsExactly("middle");
        assertThat(names(SERVER.get(user, "/api/v1/folders").body())).containsExactly("bottom", "middle", "top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "pageToken=nonsense", "pageToken=Zm9v", "parent=7"})
    void aWrongParameterIsNamed(String parameter) {
        var answer = SERVER.get(ADMIN, "/api/v1/folders?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":\" \"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"x\",\"nmae\":1}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":7}",
                "[",
                "{\"name\":\"x\"} {}"
            })
    void aBodyThatDoesNotFitIsRefused(String body) {
        var answer = SERVER.post(ADMIN, "/api/v1/folders", body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.body().path("errors")).isNotEmpty();
    }

    @Test
    void othersNeitherSeeNorReadNorRemoveAFolder() {
        var owner = SERVER.newUser("owner@example.org");
        var other = SERVER.newUser("other@example.org");
        var folder = create(owner, "private");

        var forbidden = SERVER.get(other, "/api/v1/folders/" + folder);
        var missing = SERVER.get(other, "/api/v1/folders/" + UUID.randomUUID());

        assertThat(forbidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(forbidden.body().path("type")).isEqualTo(missing.body().path("type"));
        assertThat(SERVER.delete(other, "/api/v1/folders/" + folder).status()).isEqualTo(404);
        assertThat(SERVER.get(other, "/api/v1/folders/" + folder + "/items").status())
                .isEqualTo(404);
        assertThat(names(SERVER.get(other, "/api/v1/folders").body())).isEmpty();
        assertThat(SERVER.get(ADMIN, "/api/v1/folders/" + folder).status()).isEqualTo(200);
    }

    @Test
    void aFolderInSomebodyElsesFolderIsTheirsToo() {
        var owner = SERVER.newUser("landlord@example.org");
        var folder = create(owner, "house");

        var room = createIn(ADMIN, folder, "room");

        assertThat(SERVER.get(owner, "/api/v1/folders/" + room).status()).isEqualTo(200);
    }

    @Test
    void removingAFolderRemovesWhatIsBelowItAndTellsTheFeed() {
        var top = create(ADMIN, "to be removed");
        var below = createIn(ADMIN, top, "below");
        var item = SERVER.rows().addItem(UUID.fromString(below), "image", "a.jpg");
        assertThat(SERVER.get(ADMIN, "/api/v1/folders/" + below)
                        .body()
                        .at("/itemCounts/image")
                        .asInt())
                .isEqualTo(1);

        assertThat(SERVER.delete(ADMIN, "/api/v1/folders/" + top).status()).isEqualTo(204);

        assertThat(SERVER.get(ADMIN, "/api/v1/folders/" + below).status()).isEqualTo(404);
        assertThat(SERVER.get(ADMIN, "/api/v1/items/" + item).status()).isEqualTo(404);
        assertThat(SERVER.rows().removedItems()).contains(item);
    }
}
