package io.accession.server;

import static io.accession.server.UploadingCaller.PNG;
import static io.accession.server.UploadingCaller.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files from the disks of those who ask, in the server's own directory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostedUploadsTest {

    private static final int MOST_BYTES = 4_000;

    private final TestServer server = new TestServer(
            new FlagValue("limits.uploaded-file-size", "--uploaded-file-size", Integer.toString(MOST_BYTES)));
    private final UploadingCaller caller = new UploadingCaller(server, "sdk@example.org");
    private final UploadingCaller other = new UploadingCaller(server, "other@example.org");

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void anUploadedFileBecomesAnItemOfTheServersOwnStorage() {
        var place = caller.place();
        assertThat(caller.put(place.url(), PNG).statusCode()).isEqualTo(200);

        var job = caller.registered(image(place));

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
        var item = caller.sdk
                .get("storage/items/"
                        + job.path("itemsWithNames").path(0).path("itemUuid").asText() + "?signUrl=True")
                .body();
        assertThat(item.path("name").asText()).isEqualTo("i.png");
        assertThat(item.path("storageLocation").asText()).isEqualTo("encord");
        assertThat(item.path("integrationHash").isNull()).isTrue();
        assertThat(item.path("mimeType").asText()).isEqualTo("image/png");
        var bytes = caller.send(
                HttpRequest.newBuilder(URI.create(item.path("signedUrl").asText())));
        assertThat(bytes.headers().firstValueAsLong("Content-Length")).hasValue(PNG.length);
    }

    @Test
    void datasetsNameUploadedFilesByTheirKeys() {
        var place = UploadingCaller.place(caller.sdk.get("presigned-urls?count=1&uploadItemType=image"));
        caller.put(place.url(), PNG);

        var job = caller.registered("{\"images\": [{\"objectUrl\": \"" + place.key() + "\", \"title\": \"i.png\"}]}");

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
    }

    @Test
    void framesOfAGroupAreUploadedOneByOne() {
        var first = caller.place();
        var second = caller.place();
        caller.put(first.url(), PNG);
        caller.put(second.url(), PNG);

        var job = caller.registered("""
                {"imageGroups": [{"title": "g", "createVideo": false, "images": [
                  {"placeholderItemUuid": "%s", "url": "a", "title": "1"}, {"url": "b", "placeholderItemUuid": "%s", "title": "2"}]}]}
                """.formatted(first.placeholder(), second.placeholder()));

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(job.path("itemsWithNames")).hasSize(1);
    }

    @Test
    void aFileMayBeSentAgainUntilAJobNamesIt() throws IOException {
        var place = caller.place();
        caller.put(place.url(), new byte[] {1});

        assertThat(caller.put(place.url(), PNG).statusCode()).isEqualTo(200);
        caller.registered(image(place));
        var late = caller.put(place.url(), new byte[] {1});

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("an upload job has named the file");
        assertThat(Files.readAllBytes(caller.file(place))).isEqualTo(PNG);
    }

    @Test
    void aFileThatIsTooLargeLeavesNothing() {
        var place = caller.place();

        var announced = caller.put(place.url(), new byte[MOST_BYTES + 1]);
        var chunked = caller.send(HttpRequest.newBuilder(URI.create(place.url()))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[MOST_BYTES + 1]))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(caller.file(place)).doesNotExist();
        assertThat(server.localRoot().resolve("data/hosted/unfinished")).isEmptyDirectory();
    }

    @Test
    void anEmptyFileIsTakenAndFailsAsMedia() {
        var place = caller.place();

        var sent = caller.send(HttpRequest.newBuilder(URI.create(place.url()))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[0]))));
        var job = caller.registered(image(place));

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(job.path("status").asText()).isEqualTo("ERROR");
    }

    @Test
    void aPlaceThatNothingWasPutAtFailsAsMissing() {
        var job = caller.registered(image(caller.place()));

        assertThat(job.path("status").asText()).isEqualTo("ERROR");
        assertThat(job.path("unitErrors").path(0).path("error").asText()).contains("There is no such file");
    }

    @Test
    void nobodyElseCanRegisterAnUploadedFile() {
        var place = caller.place();
        caller.put(place.url(), PNG);

        var placeholder = other.register(image(place));
        var key = other.register("{\"images\": [{\"objectUrl\": \"" + place.key() + "\"}]}");
        var unknown =
                other.register(image(new UploadingCaller.Place(UUID.randomUUID().toString(), "", "")));
        var elsewhere = caller.register(caller.anotherFolder(), image(place));

        assertThat(placeholder.status()).isEqualTo(403);
        assertThat(key.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(elsewhere.status()).isEqualTo(403);
    }

    @Test
    void onlyUploadedFilesNeedNoIntegration() {
        var theirs = caller.register("{\"images\": [{\"objectUrl\": \"s3://b/k.jpg\"}]}");
        var outside = caller.register("{\"images\": [{\"objectUrl\": \"../../admin-token\"}]}");
        var nothing = caller.register("{\"images\": [{\"objectUrl\": {\"a\": 1}}]}");
        var verbatim = caller.sdk.post(
                "storage/folders/" + caller.folder + "/data-upload-jobs",
                "{\"externalFiles\": {\"images\": [{\"objectUrl\": \"k.jpg\"}]}}");

        assertThat(theirs.body().path("message").asText()).startsWith("integrationHash (integrationId) is required");
        assertThat(outside.status()).isEqualTo(400);
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(verbatim.status()).isEqualTo(400);
    }

    @Test
    void placesAreForWhoeverMayRegisterInTheFolder() {
        var path = "storage/folders/" + caller.folder + "/upload-signed-urls";

        assertThat(other.sdk
                        .post(path, "{\"itemType\": \"image\", \"count\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(caller.sdk
                        .post(path, "{\"itemType\": \"image\", \"count\": 0}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.sdk
                        .post(path, "{\"itemType\": \"image\", \"count\": 10001}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.sdk
                        .post(path, "{\"itemType\": \"imageGroup\", \"count\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.sdk.get("presigned-urls?count=1").status()).isEqualTo(400);
    }

    @Test
    void aSignedUrlAllowsOneUseOfOneFile() {
        var place = caller.place();
        var otherPlace = caller.place();
        var ticket = place.url().substring(place.url().indexOf("/media/"));
        char signed = ticket.charAt(40);

        var forged = ticket.substring(0, 40) + (signed == 'A' ? 'B' : 'A') + ticket.substring(41);
        var base = "http://127.0.0.1:" + server.port();

        assertThat(caller.put(base + forged, PNG).statusCode()).isEqualTo(404);
        assertThat(caller.send(HttpRequest.newBuilder(URI.create(place.url()))).statusCode())
                .isEqualTo(404);
        assertThat(otherPlace.url()).isNotEqualTo(place.url());
    }

    @Test
    void aFileThatNoItemNamesIsRemoved() {
        var unused = caller.place();
        var used = caller.place();
        caller.put(unused.url(), PNG);
        caller.put(used.url(), PNG);
        var item = caller.registered(image(used))
                .path("itemsWithNames")
                .path(0)
                .path("itemUuid")
                .asText();

        caller.makeDue(unused);
        caller.makeDue(used);
        server.removeUnusedUploads();

        assertThat(caller.file(unused)).doesNotExist();
        assertThat(caller.file(used)).exists();
        assertThat(caller.put(unused.url(), PNG).statusCode()).isEqualTo(409);
        assertThat(caller.register(image(unused)).status()).isEqualTo(403);

        caller.sdk.post(
                "storage/folders/" + caller.folder + "/items/delete",
                "{\"childUuids\": [\"" + item + "\"], \"removeUnusedFrames\": true}");
        caller.makeDue(used);
        server.removeUnusedUploads();

        assertThat(caller.file(used)).doesNotExist();
    }

    @Test
    void theOriginalOfAReencodedVideoStaysWithItsItem() {
        var place = caller.place();
        caller.put(place.url(), PNG);
        caller.registered(image(place));
        server.database().jdbi().useHandle(handle -> handle.execute("""
                WITH replaced AS (UPDATE item SET object_url = 'accession/rendered/new.mp4' WHERE object_url = ? RETURNING id)
                INSERT INTO item_object_history (item_id, replaced_by, reencoding_id, object_url)
                SELECT r.id, r.id, r.id, ? FROM replaced r
                """, place.key(), place.key()));

        caller.makeDue(place);
        server.removeUnusedUploads();

        assertThat(caller.file(place)).exists();
    }

    @Test
    void aFileWhoseJobFailedIsRemoved() {
        var place = caller.place();
        caller.put(place.url(), "no image".getBytes(StandardCharsets.UTF_8));
        caller.registered(image(place));

        caller.makeDue(place);
        server.removeUnusedUploads();

        assertThat(caller.file(place)).doesNotExist();
    }

    @Test
    void filesAreUploadedAndRegisteredWithoutTheSdk() {
        var owner = server.newUser("browser@example.org");
        var own = "/api/v1/folders/" + id(server.post(owner, "/api/v1/folders", "{\"name\": \"own\"}"));
        var dataset = id(server.post(owner, "/api/v1/datasets", "{\"title\": \"chosen\"}"));
        var place = server.post(owner, own + "/uploaded-files/places", "{\"names\": [\"Photo.PNG\"]}")
                .body()
                .path("places")
                .path(0);
        assertThat(caller.put(place.path("url").asText(), PNG).statusCode()).isEqualTo(200);

        var job = server.post(
                owner,
                own + "/uploaded-files?dataset=" + dataset,
                "{\"files\": [{\"id\": \"" + place.path("id").asText() + "\", \"name\": \"Photo.PNG\"}]}");

        assertThat(job.status()).as("%s", job.body()).isEqualTo(201);
        awaitEnd(owner, job.body().path("id").asText());
        var row = server.get(owner, "/api/v1/datasets/" + dataset + "/rows")
                .body()
                .path("results")
                .path(0)
                .path("item");
        assertThat(row.path("title").asText()).isEqualTo("Photo.PNG");
        assertThat(row.path("kind").asText()).isEqualTo("image");
    }

    @Test
    void filesWhoseNamesSayNoKindAreRefusedTogetherBeforeTheyAreUploaded() {
        var owner = server.newUser("hopeful@example.org");
        var own = "/api/v1/folders/" + id(server.post(owner, "/api/v1/folders", "{\"name\": \"own\"}"));

        var refused = server.post(
                owner, own + "/uploaded-files/places", "{\"names\": [\"a.exe\", \"b.png\", \"c\", \"d.dcm\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/names/0", "/names/2", "/names/3");
    }

    @Test
    void filesOfSomebodyElseCannotBeRegistered() {
        var owner = server.newUser("first@example.org");
        var stranger = server.newUser("second@example.org");
        var own = "/api/v1/folders/" + id(server.post(owner, "/api/v1/folders", "{\"name\": \"own\"}"));
        var theirs = "/api/v1/folders/" + id(server.post(stranger, "/api/v1/folders", "{\"name\": \"theirs\"}"));
        var place = server.post(owner, own + "/uploaded-files/places", "{\"names\": [\"a.png\"]}")
                .body()
                .path("places")
                .path(0);
        caller.put(place.path("url").asText(), PNG);

        var refused = server.post(
                stranger,
                theirs + "/uploaded-files",
                "{\"files\": [{\"id\": \"" + place.path("id").asText() + "\", \"name\": \"a.png\"}]}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(server.post(stranger, own + "/uploaded-files/places", "{\"names\": [\"a.png\"]}")
                        .status())
                .isEqualTo(404);
    }

    /** The events of a job end with it. */
    private void awaitEnd(String token, String job) {
        var events = URI.create("http://localhost:" + server.port() + "/api/v1/upload-jobs/" + job + "/events");
        assertThat(caller.send(HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token))
                        .body())
                .contains("\"state\":\"DONE\"");
    }

    private static String id(TestServer.Answer created) {
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().path("id").asText();
    }
}
