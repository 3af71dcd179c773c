package io.accession.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import io.accession.testkit.s3.S3Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from the disks of those who ask, in a bucket that the operator names. */
final class HostedBucketTest {

    private static final String V2 = "/v2/public/";

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    /** A call of the Encord SDK with a bearer token. */
    private JsonNode call(Visitor visitor, String path, String body) throws Exception {
        var token = Files.readString(directory.resolve("data/admin-token")).strip();
        var request = HttpRequest.newBuilder(visitor.address().resolve(V2 + path))
                .header("Authorization", "Bearer " + token)
                .method(body.isEmpty() ? "GET" : "POST", HttpRequest.BodyPublishers.ofString(body));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.lenient().readTree(answer.body());
    }

    private int put(String url, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/octet-stream")
                .header("Cache-Control", "max-age=86400")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private byte[] read(String url) throws Exception {
        var answer =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static UUID bucket(Visitor visitor, String endpoint) {
        var settings = new NewIntegrationSettings.S3(
                "uploads",
                "eu-west-1",
                endpoint,
                true,
                S3Server.ACCESS_KEY_ID,
                new Secret(S3Server.SECRET_ACCESS_KEY),
                null);
        return visitor.client()
                .integrations()
                .add(new NewIntegration("uploads", settings, false, true, null))
                .id();
    }

    @Test
    void uploadedFilesLieInTheOperatorsBucketAndAreReadFromThere() throws Exception {
        var data = Files.createDirectory(directory.resolve("data"));
        var flag = "storage.hosted-integration";
        try (var s3 = S3Server.start(directory.resolve("s3"), "uploads");
                var database = TestDatabase.migrated()) {
            UUID bucket;
            try (var first = OwnServer.start(data, database.address())) {
                bucket = bucket(first.visitor(), s3.endpoint());
            }
            try (var server = OwnServer.start(data, database.address(), new FlagValue(flag, "", bucket.toString()))) {
                assertThatAnUploadIsReadFromTheBucket(server.visitor(), s3.endpoint());
            }
        }
    }

    private void assertThatAnUploadIsReadFromTheBucket(Visitor visitor, String endpoint) throws Exception {
        var folder = "storage/folders/" + visitor.folder();
        var png = Pictures.png(40, 30);

        var place = call(visitor, folder + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 1}")
                .at("/results/0");
        assertThat(place.path("signedUrl").asText()).startsWith(endpoint + "/uploads/accession/uploaded/");
        assertThat(put(place.path("signedUrl").asText(), png)).isEqualTo(200);
        var job = call(visitor, folder + "/data-upload-jobs", """
                        {"dataItems": {"images": [{"objectUrl": "%s", "title": "i.png", "clientMetadata": {},
                           "externalFileType": "IMAGE", "placeholderItemUuid": "%s"}]}, "ignoreErrors": false}
                        """.formatted(
                        place.path("objectKey").asText(), place.path("itemUuid").asText()))
                .asText();
        var ended = call(visitor, folder + "/data-upload-jobs/" + job + "?timeoutSeconds=604800", "");

        assertThat(ended.path("status").asText()).as("%s", ended).isEqualTo("DONE");
        var id = ended.at("/itemsWithNames/0/itemUuid").asText();
        var item = call(visitor, "storage/items/" + id + "?signUrl=True", "");
        assertThat(item.path("width").asInt()).isEqualTo(40);
        assertThat(item.path("fileSize").asInt()).isEqualTo(png.length);
        assertThat(item.path("signedUrl").asText()).startsWith(endpoint + "/uploads/accession/uploaded/");
        assertThat(read(item.path("signedUrl").asText())).isEqualTo(png);
        try (Stream<Path> files = Files.walk(directory.resolve("data/hosted"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
