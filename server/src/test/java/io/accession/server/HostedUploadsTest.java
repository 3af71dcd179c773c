package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files from the disks of those who ask, in the server's own directory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostedUploadsTest {

    private static final int MOST_BYTES = 4_000;
    private static final byte[] PNG = png();

    private final TestServer server = new TestServer(
            new FlagValue("limits.uploaded-file-size", "--uploaded-file-size", Integer.toString(MOST_BYTES)));
    private final WireCaller sdk = WireCaller.of(server, "sdk@example.org", false);
    private final WireCaller other = WireCaller.of(server, "other@example.org", false);
    private final HttpClient client = HttpClient.newHttpClient();
    private String folder = "";

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @BeforeAll
    void makeAFolder() {
        folder = folder(sdk);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static String folder(WireCaller asking) {
        return asking.post("storage/folders", "{\"name\": \"f\"}")
                .body()
                .path("uuid")
                .asText();
    }

    private record Place(String placeholder, String key, String url) {}

    private Place place() {
        var reserved = sdk.post(
                "storage/folders/" + folder + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 1}");
        return place(reserved);
    }

    private static Place place(WireCaller.Answer reserved) {
        assertThat(reserved.status()).as(reserved.text()).isEqualTo(200);
        var place = reserved.body().path("results").path(0);
        return new Place(
                place.path("itemUuid").asText(),
                place.path("objectKey").asText(),
                place.path("signedUrl").asText());
    }

    private HttpResponse<String> put(String url, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/dicom")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String image(Place place) {
        return "{\"images\": [{\"objectUrl\": \"ignored\", \"title\": \"i.png\", \"clientMetadata\": {}, \"placeholderItemUuid\": \""
                + place.placeholder() + "\"}]}";
    }

    private static WireCaller.Answer register(WireCaller asking, String folder, String items) {
        return asking.post(
                "storage/folders/" + folder + "/data-upload-jobs",
                "{\"dataItems\": " + items + ", \"ignoreErrors\": false}");
    }

    private JsonNode registered(String items) {
        var started = register(sdk, folder, items);
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return sdk.get("storage/folders/" + folder + "/data-upload-jobs/"
                        + started.body().asText() + "?timeoutSeconds=60")
                .body();
    }

    private Path file(Place place) {
        return server.localRoot().resolve("data/hosted").resolve(place.key());
    }

    private void makeDue(Place place) {
        server.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE hosted_object SET due_at = now() WHERE id = CAST(:id AS uuid)")
                        .bind("id", place.placeholder())
                        .execute());
    }

    @Test
    void anUploadedFileBecomesAnItemOfTheServersOwnStorage() {
        var place = place();
        assertThat(put(place.url(), PNG).statusCode()).isEqualTo(200);

        var job = registered(image(place));

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
        var item = sdk.get("storage/items/"
                        + job.path("itemsWithNames").path(0).path("itemUuid").asText() + "?signUrl=True")
                .body();
        assertThat(item.path("name").asText()).isEqualTo("i.png");
        assertThat(item.path("storageLocation").asText()).isEqualTo("encord");
        assertThat(item.path("integrationHash").isNull()).isTrue();
        assertThat(item.path("mimeType").asText()).isEqualTo("image/png");
        var bytes =
                send(HttpRequest.newBuilder(URI.create(item.path("signedUrl").asText())));
        assertThat(bytes.headers().firstValueAsLong("Content-Length")).hasValue(PNG.length);
    }

    @Test
    void datasetsNameUploadedFilesByTheirKeys() {
        var place = place(sdk.get("presigned-urls?count=1&uploadItemType=image"));
        put(place.url(), PNG);

        var job = registered("{\"images\": [{\"objectUrl\": \"" + place.key() + "\", \"title\": \"i.png\"}]}");

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
    }

    @Test
    void framesOfAGroupAreUploadedOneByOne() {
        var first = place();
        var second = place();
        put(first.url(), PNG);
        put(second.url(), PNG);

        var job = registered("""
                {"imageGroups": [{"title": "g", "createVideo": false, "images": [
                  {"placeholderItemUuid": "%s", "url": "a", "title": "1"}, {"url": "b", "placeholderItemUuid": "%s", "title": "2"}]}]}
                """.formatted(first.placeholder(), second.placeholder()));

        assertThat(job.path("status").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(job.path("itemsWithNames")).hasSize(1);
    }

    @Test
    void aFileMayBeSentAgainUntilAJobNamesIt() throws IOException {
        var place = place();
        put(place.url(), new byte[] {1});

        assertThat(put(place.url(), PNG).statusCode()).isEqualTo(200);
        registered(image(place));
        var late = put(place.url(), new byte[] {1});

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("an upload job has named the file");
        assertThat(Files.readAllBytes(file(place))).isEqualTo(PNG);
    }

    @Test
    void aFileThatIsTooLargeLeavesNothing() {
        var place = place();

        var announced = put(place.url(), new byte[MOST_BYTES + 1]);
        var chunked = send(HttpRequest.newBuilder(URI.create(place.url()))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[MOST_BYTES + 1]))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(file(place)).doesNotExist();
        assertThat(server.localRoot().resolve("data/hosted/unfinished")).isEmptyDirectory();
    }

    @Test
    void anEmptyFileIsTakenAndFailsAsMedia() {
        var place = place();

        var sent = send(HttpRequest.newBuilder(URI.create(place.url()))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[0]))));
        var job = registered(image(place));

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(job.path("status").asText()).isEqualTo("ERROR");
    }

    @Test
    void aPlaceThatNothingWasPutAtFailsAsMissing() {
        var job = registered(image(place()));

        assertThat(job.path("status").asText()).isEqualTo("ERROR");
        assertThat(job.path("unitErrors").path(0).path("error").asText()).contains("There is no such file");
    }

    @Test
    void nobodyElseCanRegisterAnUploadedFile() {
        var place = place();
        put(place.url(), PNG);
        var theirs = folder(other);

        var placeholder = register(other, theirs, image(place));
        var key = register(other, theirs, "{\"images\": [{\"objectUrl\": \"" + place.key() + "\"}]}");
        var unknown = register(other, theirs, image(new Place(UUID.randomUUID().toString(), "", "")));
        var elsewhere = register(sdk, folder(sdk), image(place));

        assertThat(placeholder.status()).isEqualTo(403);
        assertThat(key.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(elsewhere.status()).isEqualTo(403);
    }

    @Test
    void onlyUploadedFilesNeedNoIntegration() {
        var theirs = register(sdk, folder, "{\"images\": [{\"objectUrl\": \"s3://b/k.jpg\"}]}");
        var outside = register(sdk, folder, "{\"images\": [{\"objectUrl\": \"../../admin-token\"}]}");
        var nothing = register(sdk, folder, "{\"images\": [{\"objectUrl\": {\"a\": 1}}]}");
        var verbatim = sdk.post(
                "storage/folders/" + folder + "/data-upload-jobs",
                "{\"externalFiles\": {\"images\": [{\"objectUrl\": \"k.jpg\"}]}}");

        assertThat(theirs.body().path("message").asText()).startsWith("integrationHash (integrationId) is required");
        assertThat(outside.status()).isEqualTo(400);
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(verbatim.status()).isEqualTo(400);
    }

    @Test
    void placesAreForWhoeverMayRegisterInTheFolder() {
        var path = "storage/folders/" + folder + "/upload-signed-urls";

        assertThat(other.post(path, "{\"itemType\": \"image\", \"count\": 1}").status())
                .isEqualTo(403);
        assertThat(sdk.post(path, "{\"itemType\": \"image\", \"count\": 0}").status())
                .isEqualTo(400);
        assertThat(sdk.post(path, "{\"itemType\": \"image\", \"count\": 10001}").status())
                .isEqualTo(400);
        assertThat(sdk.post(path, "{\"itemType\": \"imageGroup\", \"count\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(sdk.get("presigned-urls?count=1").status()).isEqualTo(400);
    }

    @Test
    void aSignedUrlAllowsOneUseOfOneFile() {
        var place = place();
        var otherPlace = place();
        var ticket = place.url().substring(place.url().indexOf("/media/"));
        char signed = ticket.charAt(40);

        var forged = ticket.substring(0, 40) + (signed == 'A' ? 'B' : 'A') + ticket.substring(41);
        var base = "http://127.0.0.1:" + server.port();

        assertThat(put(base + forged, PNG).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(place.url()))).statusCode())
                .isEqualTo(404);
        assertThat(otherPlace.url()).isNotEqualTo(place.url());
    }

    @Test
    void aFileThatNoItemNamesIsRemoved() {
        var unused = place();
        var used = place();
        put(unused.url(), PNG);
        put(used.url(), PNG);
        var item = registered(image(used))
                .path("itemsWithNames")
                .path(0)
                .path("itemUuid")
                .asText();

        makeDue(unused);
        makeDue(used);
        server.removeUnusedUploads();

        assertThat(file(unused)).doesNotExist();
        assertThat(file(used)).exists();
        assertThat(put(unused.url(), PNG).statusCode()).isEqualTo(409);
        assertThat(register(sdk, folder, image(unused)).status()).isEqualTo(403);

        sdk.post(
                "storage/folders/" + folder + "/items/delete",
                "{\"childUuids\": [\"" + item + "\"], \"removeUnusedFrames\": true}");
        makeDue(used);
        server.removeUnusedUploads();

        assertThat(file(used)).doesNotExist();
    }

    @Test
    void theOriginalOfAReencodedVideoStaysWithItsItem() {
        var place = place();
        put(place.url(), PNG);
        registered(image(place));
        server.database().jdbi().useHandle(handle -> handle.execute("""
                WITH replaced AS (UPDATE item SET object_url = 'accession/rendered/new.mp4' WHERE object_url = ? RETURNING id)
                INSERT INTO item_object_history (item_id, replaced_by, reencoding_id, object_url)
                SELECT r.id, r.id, r.id, ? FROM replaced r
                """, place.key(), place.key()));

        makeDue(place);
        server.removeUnusedUploads();

        assertThat(file(place)).exists();
    }

    @Test
    void aFileWhoseJobFailedIsRemoved() {
        var place = place();
        put(place.url(), "no image".getBytes(StandardCharsets.UTF_8));
        registered(image(place));

        makeDue(place);
        server.removeUnusedUploads();

        assertThat(file(place)).doesNotExist();
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
        assertThat(put(place.path("url").asText(), PNG).statusCode()).isEqualTo(200);

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
        put(place.path("url").asText(), PNG);

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
        assertThat(send(HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token))
                        .body())
                .contains("\"state\":\"DONE\"");
    }

    private static String id(TestServer.Answer created) {
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().path("id").asText();
    }
}
