package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ManifestsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** A directory with these files, each with a few bytes, and the integration that reaches it. */
    private static String holding(String... files) throws IOException {
        var root = Files.createDirectory(
                SERVER.localRoot().resolve(UUID.randomUUID().toString()));
        for (String file : files) {
            var path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
        return local(root);
    }

    private static String local(Path root) {
        var body = "{\"title\": \"disk\", \"settings\": {\"type\": \"local\", \"root\": \"" + root + "\"}}";
        return SERVER.post(ADMIN, "/api/v1/integrations", body)
                .body()
                .path("id")
                .asText();
    }

    private static String wish(String integration, String url, String more) {
        return """
            {"integrationId": "%s", "urls": ["%s"], "kind": "auto", "numbers": [], "flat": false, "look": false,
             "csv": false%s}
            """.formatted(integration, url, more);
    }

    private static List<JsonNode> events(TestServer.Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8)
                .lines()
                .map(TestServer::json)
                .toList();
    }

    private static String text(List<JsonNode> events) {
        return events.stream().map(event -> event.path("text").asText("")).collect(Collectors.joining());
    }

    @Test
    void aManifestOfADirectoryCanBeRegisteredAsItIs() throws IOException {
        var integration = holding("a/one two.txt", "a/b/three.txt", "a/what.blob");
        var folder = SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"made\"}")
                .body()
                .path("id")
                .asText();

        var made = events(SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "a/", "")));
        var plan = SERVER.post(
                ADMIN, "/api/v1/folders/" + folder + "/upload-plans?integration=" + integration, text(made));

        assertThat(made.getLast().path("event").asText()).isEqualTo("ended");
        assertThat(made.getFirst().path("event").asText()).isEqualTo("drafted");
        assertThat(made.getFirst().at("/entries/text").asInt()).isEqualTo(2);
        assertThat(made.getFirst().at("/leftOut/0/examples/0").asText()).isEqualTo("a/what.blob");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.body().path("toProbe").asInt()).isEqualTo(2);
        assertThat(plan.body().path("invalid").asInt()).isZero();
    }

    @Test
    void whatTheNameDoesNotTellIsReadFromTheFirstBytes() throws IOException {
        var integration = holding("plain", "other.blob");

        var made = events(SERVER.post(
                ADMIN, "/api/v1/manifests", wish(integration, "", "").replace("\"look\": false", "\"look\": true")));

        assertThat(made.getFirst().at("/entries/text").asInt()).isEqualTo(2);
    }

    @Test
    void dicomFilesAreGroupedByTheSeriesInTheirHeaders() throws IOException {
        var root = Files.createDirectory(
                SERVER.localRoot().resolve(UUID.randomUUID().toString()));
        Files.createDirectories(root.resolve("scans"));
        for (int slice = 0; slice < 3; slice++) {
            // Named against their order.
            var file = root.resolve(slice == 1 ? "scans/z.dcm" : (9 - slice) + ".dcm");
            Files.copy(Path.of("..", "samples", "dicom", "slice-" + slice + ".dcm"), file);
        }
        Files.writeString(root.resolve("report.dcm"), "no scan, but words that somebody wrote");
        Files.writeString(root.resolve("cut.dcm"), "\0".repeat(128) + "DICM");

        var made = events(SERVER.post(
                ADMIN, "/api/v1/manifests", wish(local(root), "", "").replace("auto", "dicom_series")));
        var series = TestServer.json(text(made)).at("/dicom_series");

        assertThat(series).hasSize(1);
        assertThat(series.at("/0/title").asText()).isEqualTo("Ball, axial");
        assertThat(series.at("/0/objectUrl_0").asText()).endsWith("9.dcm");
        assertThat(series.at("/0/objectUrl_1").asText()).endsWith("scans/z.dcm");
        assertThat(series.at("/0/objectUrl_2").asText()).endsWith("7.dcm");
        assertThat(made.getFirst().path("leftOut").toString())
                .contains("no DICOM files", "report.dcm", "header could not be read", "cut.dcm");
    }

    @Test
    void whereNothingMayBeReadSeriesAreGroupedByAnExpression() throws IOException {
        var root = Files.createDirectory(
                SERVER.localRoot().resolve(UUID.randomUUID().toString()));
        Files.writeString(root.resolve("1.dcm"), "never looked at");
        var body =
                "{\"title\": \"strict\", \"strictClientOnly\": true, \"settings\": {\"type\": \"local\", \"root\": \""
                        + root + "\"}}";
        var integration = SERVER.post(ADMIN, "/api/v1/integrations", body)
                .body()
                .path("id")
                .asText();
        var wish = wish(integration, "", "").replace("auto", "dicom_series");

        var refused = SERVER.post(ADMIN, "/api/v1/manifests", wish);
        var grouped = events(SERVER.post(
                ADMIN,
                "/api/v1/manifests",
                wish.replace("\"csv\": false", "\"csv\": false, \"groupBy\": \"(\\\\d)\"")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("'(.*)/'");
        assertThat(grouped.getFirst().at("/entries/dicom_series").asInt()).isEqualTo(1);
    }

    /** An inventory of the directory's own objects, with one data file of these rows, or none. */
    private static String inventory(@Nullable String rows) throws IOException {
        var root = Files.createDirectory(
                SERVER.localRoot().resolve(UUID.randomUUID().toString()));
        Files.createDirectories(root.resolve("lists/data"));
        Files.writeString(root.resolve("lists/manifest.json"), """
                {"sourceBucket": "", "version": "2016-11-30", "fileFormat": "CSV",
                 "fileSchema": "Bucket, Key, Size", "files": [{"key": "lists/data/1.csv.gz"}]}
                """);
        if (rows != null) {
            try (var file = new GZIPOutputStream(Files.newOutputStream(root.resolve("lists/data/1.csv.gz")))) {
                file.write(rows.getBytes(StandardCharsets.UTF_8));
            }
        }
        return local(root);
    }

    private static List<JsonNode> ofInventory(String integration) {
        var wish = wish(integration, "", ", \"inventory\": \"lists/manifest.json\"")
                .replace("[\"\"]", "[]");
        return events(SERVER.post(ADMIN, "/api/v1/manifests", wish));
    }

    @Test
    void anInventoryIsReadThroughTheIntegration() throws IOException {
        var integration = inventory("\"\",\"a/1.jpg\",\"7\"\n\"\",\"a/two+words.mp4\",\"9\"\n");

        var made = ofInventory(integration);

        assertThat(made.getLast().path("event").asText()).isEqualTo("ended");
        assertThat(text(made)).contains("a/1.jpg", "a/two words.mp4");
    }

    @Test
    void anInventoryWithoutItsDataFilesOrWithDamagedOnesFailsByName() throws IOException {
        for (var integration : List.of(inventory(null), inventory("\"one field\"\n"))) {
            var made = ofInventory(integration);

            assertThat(made.getLast().path("event").asText()).isEqualTo("failed");
            assertThat(made.getLast().toString()).contains("lists/data/1.csv.gz");
            assertThat(text(made)).isEmpty();
        }
    }

    @Test
    void anEmptyPrefixIsNoManifest() throws IOException {
        var integration = holding("a/x.txt");

        var made = events(SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "nothing/", "")));

        assertThat(made).extracting(event -> event.path("event").asText()).containsExactly("drafted", "ended");
        assertThat(made.getFirst().path("manifests").asInt()).isZero();
    }

    @Test
    void aListingThatFailsEndsWithTheReasonAndWithoutAManifest() throws IOException {
        var root = Files.createDirectory(
                SERVER.localRoot().resolve(UUID.randomUUID().toString()));
        var integration = local(root);
        Files.delete(root);

        var made = events(SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "", "")));

        assertThat(made.getLast().path("event").asText()).isEqualTo("failed");
        assertThat(made.getLast().at("/problem/detail").asText()).isNotBlank();
        assertThat(text(made)).isEmpty();
    }

    @Test
    void theMissingPermissionToListIsNamed() {
        try (var bucket = TroubledServer.start()) {
            bucket.answers("/fleet", Trouble.status(403, "<Error><Code>AccessDenied</Code></Error>"));
            var settings = """
                {"title": "bucket", "allowPrivateNetwork": true, "settings": {"type": "s3", "bucket": "fleet",
                 "region": "eu-west-1", "endpoint": "%s", "pathStyle": true, "accessKeyId": "AKIDEXAMPLE",
                 "secretAccessKey": "secret"}}
                """.formatted(bucket.origin());
            var integration = SERVER.post(ADMIN, "/api/v1/integrations", settings)
                    .body()
                    .path("id")
                    .asText();

            var made = events(SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "s3://fleet/a/", "")));

            assertThat(made.getLast().path("event").asText()).isEqualTo("failed");
            assertThat(made.getLast().at("/problem/detail").asText())
                    .contains("s3:ListBucket on bucket fleet", "the access key");
        }
    }

    @Test
    void whatCannotBeMadeIsRefusedWithAllItsFaults() throws IOException {
        var integration = holding("a.txt");

        var answer = SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "s3://bucket/", ", \"groupBy\": \"(\""));
        var expression = SERVER.post(ADMIN, "/api/v1/manifests", wish(integration, "", ", \"groupBy\": \"(\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/urls/0");
        assertThat(expression.status()).isEqualTo(400);
        assertThat(expression.body().at("/errors/0/pointer").asText()).isEqualTo("groupBy");
    }

    @Test
    void anIntegrationOfSomebodyElseIsNotFound() throws IOException {
        var integration = holding("a.txt");
        var user = SERVER.newUser("lister@example.org");

        var answer = SERVER.post(user, "/api/v1/manifests", wish(integration, "", ""));

        assertThat(answer.status()).isEqualTo(404);
    }
}
