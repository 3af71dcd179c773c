package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed URLs of files that lie on the server, and what they lead to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MediaOverHttpTest {

    private static final String PUBLIC = "https://media.example.org/behind";
    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.UTF_8);

    private final TestServer server = new TestServer(new FlagValue("http.public-url", "--public-url", PUBLIC + "/"));
    private final WireCaller sdk = WireCaller.of(server, "sdk@example.org", true);
    private final HttpClient client = HttpClient.newHttpClient();
    private String integration = "";
    private String folder = "";
    private String path = "";

    @BeforeAll
    void registerAFile() throws IOException {
        var added = server.post(
                server.administrator(),
                "/api/v1/integrations",
                "{\"title\":\"files\",\"settings\":{\"type\":\"local\",\"root\":\"" + server.localRoot() + "\"}}");
        integration = added.body().path("id").asText();
        folder = sdk.post("storage/folders", "{\"name\": \"f\"}")
                .body()
                .path("uuid")
                .asText();
        path = signedPath("pic.png", "a / é%2F;x.png", "image/png");
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** The path of a new item's signed URL. */
    private String signedPath(String file, String title, String mimeType) throws IOException {
        Files.write(server.localRoot().resolve(file), BYTES);
        var jobs = "storage/folders/" + folder + "/data-upload-jobs";
        var job = sdk.post(jobs, """
                {"externalFiles": {"images": [{"objectUrl": "%s", "title": "%s", "imageMetadata":
                     {"mimeType": "%s", "fileSize": 10, "width": 4, "height": 3}}]},
                 "integrationHash": "%s", "ignoreErrors": true}
                """.formatted(file, title, mimeType, integration))
                .body()
                .asText();
        var ended = sdk.get(jobs + "/" + job + "?timeoutSeconds=60").body();
        var item = ended.path("itemsWithNames").path(0).path("itemUuid").asText();
        var url = sdk.get("storage/items/" + item + "?signUrl=True")
                .body()
                .path("signedUrl")
                .asText();
        assertThat(url).startsWith(PUBLIC + "/media/");
        return url.substring(PUBLIC.length());
    }

    private HttpResponse<String> send(String method, String at, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + at))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aFileOnTheServerIsSentToWhoeverHasItsSignedUrl() {
        var answer = send("GET", path, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename*=UTF-8''a%20_%20%C3%A9_2F_x.png");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).endsWith("; sandbox");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=2-4   | 206 | 234        | bytes 2-4/10
                    bytes=7-    | 206 | 789        | bytes 7-9/10
                    bytes=-2    | 206 | 89         | bytes 8-9/10
                    bytes=-99   | 206 | 0123456789 | bytes 0-9/10
                    bytes=0-999 | 206 | 0123456789 | bytes 0-9/10
                    bytes=10-   | 416 | ''         | bytes */10
                    bytes=-0    | 416 | ''         | bytes */10
                    bytes=4-2   | 200 | 0123456789 | ''
                    bytes=0-1,3-4 | 200 | 0123456789 | ''
                    lines=1-2   | 200 | 0123456789 | ''
                    """)
    void aRangeIsSentWhereItCanBe(String range, int status, String body, String contentRange) {
        var answer = send("GET", path, Map.of("Range", range));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
    }

    @Test
    void aHeadTellsTheLengthAndSendsNothing() {
        var answer = send("HEAD", path, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(send("GET", path, Map.of()).body()).isEqualTo("0123456789");
    }

    @Test
    void whatItsReceiverHasIsNotSentAgain() {
        var first = send("HEAD", path, Map.of());
        var etag = header(first, "ETag");
        var modified = header(first, "Last-Modified");
        var later = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.parse("2001-01-01T00:00:00Z").atOffset(ZoneOffset.UTC));

        assertThat(send("GET", path, Map.of("If-None-Match", "\"x\", W/" + etag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(send("GET", path, Map.of("If-Modified-Since", modified)).statusCode())
                .isEqualTo(304);
        assertThat(send("GET", path, Map.of("If-Modified-Since", later)).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", path, Map.of("If-Match", "\"x\"")).statusCode()).isEqualTo(412);
        assertThat(send("GET", path, Map.of("If-Unmodified-Since", later)).statusCode())
                .isEqualTo(412);
        assertThat(send("GET", path, Map.of("If-Range", "\"x\"", "Range", "bytes=1-2"))
                        .body())
                .isEqualTo("0123456789");
        assertThat(send("GET", path, Map.of("If-Range", etag, "Range", "bytes=1-2"))
                        .body())
                .isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml, attachment", "text/html, attachment", "video/mp4, inline", "application/pdf, inline"})
    void whatABrowserWouldRunIsToBeSaved(String mimeType, String disposition) throws IOException {
        var answer = send("GET", signedPath(mimeType.replace('/', '-'), "x", mimeType), Map.of());

        assertThat(header(answer, "Content-Type")).isEqualTo(mimeType);
        assertThat(header(answer, "Content-Disposition")).startsWith(disposition + ";");
        assertThat(header(answer, "Content-Security-Policy")).endsWith("; sandbox");
    }

    @Test
    void aChangedPathLeadsNowhere() {
        var otherName = path.substring(0, path.lastIndexOf('/')) + "/other.exe";
        char signed = path.charAt(20);
        var otherTicket = path.substring(0, 20) + (signed == 'A' ? 'B' : 'A') + path.substring(21);

        assertThat(send("GET", otherName, Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("GET", otherTicket, Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/media/!/x", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/media/AAAA/x", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkThatLeadsOutOfTheDirectoryIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret"), "secret");
        var link = signedPath("link.png", "x", "image/png");
        Files.delete(server.localRoot().resolve("link.png"));
        Files.createSymbolicLink(server.localRoot().resolve("link.png"), secret);

        assertThat(send("GET", link, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void scriptsOfOtherSitesMayAskForRanges() {
        var answer = send(
                "OPTIONS",
                path,
                Map.of("Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "range"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Headers")).contains("Range");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
