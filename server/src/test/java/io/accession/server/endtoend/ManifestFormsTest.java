package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.accession.api.PlanReport;
import io.accession.api.UnitFailure;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.Manifest;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests in CSV and NDJSON, plain and compressed, from the sender's side. */
final class ManifestFormsTest {

    private static final String CSV = """
        ObjectURL,Image title,Create video\r
        dir/good.png,,false\r
        dir/missing.png,"Two, parts",false\r
        dir/good.png,Wrong,true\r
        ObjectURL,Image group title,Create video\r
        dir/good.png,Pair,false\r
        dir/late.png,Pair,false\r
        ,Pair,false\r
        dir/good.png,Sound pair,false\r
        dir/other.png,Sound pair,false\r
        ObjectURL\r
        dir/other.png\r
        """;
    private static final String NDJSON = """
        {"skip_duplicate_urls": true}
        {"type": "images", "objectUrl": "dir/good.png"}
        {"type": "videos", "objectUrl": "dir/other.png"}
        {"type": "images", "objectUrl": "dir/missing.png", "clientMetadata": {"n": 1.0}}
        {"type": "videos", "objectUrl": 7}
        """;

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static OwnServer server;
    private static Visitor visitor;

    private UUID folder;
    private Path storage;
    private UUID integration;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address(), new FlagValue("limits.manifest-size", "--size", "1MiB"));
        visitor = server.visitor();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = visitor.folder();
        storage = Files.createTempDirectory(data.toRealPath(), "storage");
        integration = visitor.directory(storage);
        Files.createDirectory(storage.resolve("dir"));
        storageHolds("good.png", "other.png");
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    private void storageHolds(String... names) throws IOException {
        for (var name : names) {
            Files.write(storage.resolve("dir").resolve(name), Pictures.png(4, 3));
        }
    }

    private static Manifest manifest(byte[] bytes) {
        return Manifest.of("", new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsSoundInACsvManifestIsRegisteredAndTheRestIsToldByLine() {
        var job = visitor.register(folder, integration, TOLERANT, CSV);

        assertThat(job.counts().entries()).isEqualTo(6);
        assertThat(visitor.titles(folder)).contains("good.png", "Sound pair");
        assertThat(visitor.failures(job))
                .extracting(UnitFailure::code, UnitFailure::line, UnitFailure::column, UnitFailure::jsonPointer)
                .containsExactly(
                        Tuple.tuple("OBJECT_NOT_FOUND", 3L, 1L, ""),
                        Tuple.tuple("ENTRY_INVALID", 4L, 1L, ""),
                        Tuple.tuple("KIND_MISMATCH", 12L, 1L, ""),
                        Tuple.tuple("URL_MISSING", 6L, 1L, ""));
        assertThat(visitor.failures(job).get(2).message()).isEqualTo("Expected a video, got a file of type image/png");
        assertThat(visitor.csv(job).get(1))
                .startsWith("dir/missing.png,\"Two, parts\",image,,3,1,OBJECT_NOT_FOUND,false,1,");
    }

    @Test
    void theFailedOnlyManifestOfACsvJobIsCsvAndMeansTheSame() throws IOException {
        var first = visitor.register(folder, integration, TOLERANT, CSV);
        var failed = visitor.failedManifest(first);
        storageHolds("missing.png", "late.png");

        var second = visitor.register(folder, integration, TOLERANT, failed);

        assertThat(failed).isEqualTo("""
            ObjectURL,Image title\r
            dir/missing.png,"Two, parts"\r
            ObjectURL,Image title,Create video\r
            dir/good.png,Wrong,true\r
            ObjectURL,Video title\r
            dir/other.png,other.png\r
            ObjectURL,Image group title,Create video\r
            dir/good.png,Pair,false\r
            dir/late.png,Pair,false\r
            ,Pair,false\r
            """);
        assertThat(second.counts().registered()).isEqualTo(1);
        assertThat(visitor.titles(folder)).contains("Two, parts").doesNotContain("Wrong", "Pair");
        assertThat(visitor.failureCodes(second)).containsExactly("ENTRY_INVALID", "KIND_MISMATCH", "URL_MISSING");
    }

    @Test
    void aPlanOfACsvManifestAgreesWithItsJob() {
        var plan = visitor.client().jobs().plan(folder, integration, Visitor.manifest(CSV));

        assertThat(plan.entries()).isEqualTo(6);
        assertThat(plan.toProbe()).isEqualTo(4);
        assertThat(plan.problems())
                .extracting(PlanReport.Invalid::line, PlanReport.Invalid::pointer, PlanReport.Invalid::code)
                .containsExactly(Tuple.tuple(4L, "", "ENTRY_INVALID"), Tuple.tuple(6L, "", "URL_MISSING"));
    }

    @Test
    void duplicatesAreSkippedWhenTheSenderSaysSo() {
        var csv = "ObjectURL;Image title\ndir/good.png;One\ndir/good.png;One\n";
        var manifest = Visitor.manifest(csv).skippingDuplicateUrls();

        var job = visitor.register(folder, integration, TOLERANT, manifest);
        var twice = visitor.register(visitor.folder(), integration, TOLERANT, csv);

        assertThat(job.counts().registered()).isEqualTo(1);
        assertThat(job.counts().duplicatesInManifest()).isEqualTo(1);
        assertThat(twice.counts().registered()).isEqualTo(2);
    }

    @Test
    void theFailedOnlyManifestOfLinesNamesEachTypeOnce() throws IOException {
        var first = visitor.register(folder, integration, TOLERANT, NDJSON);
        var failed = visitor.failedManifest(first);
        storageHolds("missing.png");

        var second = visitor.register(folder, integration, TOLERANT, failed);

        assertThat(visitor.failureCodes(first)).containsExactly("KIND_MISMATCH", "OBJECT_NOT_FOUND", "ENTRY_INVALID");
        assertThat(failed)
                .contains("\"skip_duplicate_urls\": true", "{\"n\": 1.0}")
                .containsOnlyOnce("\"videos\": [");
        assertThat(second.counts().registered()).isEqualTo(1);
        assertThat(second.warnings()).isEmpty();
        assertThat(visitor.failureCodes(second)).containsExactly("KIND_MISMATCH", "ENTRY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, NDJSON})
    void compressedManifestsAreReadAsTheyWere(String text) throws IOException {
        var plain = visitor.client().jobs().plan(folder, integration, Visitor.manifest(text));

        var zipped = visitor.client().jobs().plan(folder, integration, manifest(gzip(text)));
        var packed = Manifest.of(
                text.equals(CSV) ? "m.csv.zst" : "m.jsonl.zst",
                new ByteArrayInputStream(Zstd.compress(text.getBytes(StandardCharsets.UTF_8))));

        assertThat(zipped).isEqualTo(plain);
        assertThat(visitor.client().jobs().plan(folder, integration, packed)).isEqualTo(plain);
    }

    private HttpResponse<String> post(String mediaType, String coding, byte[] body) throws Exception {
        var address = visitor.address() + "/api/v1/folders/" + folder + "/upload-jobs?integration=" + integration;
        var token = Files.readString(data.resolve("admin-token")).strip();
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", mediaType)
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | ObjectURL,Image title | Content-Type: text/csv",
                "text/csv; charset=utf-8 | {\"images\": []} | Content-Type: application/json",
                "application/x-ndjson | ObjectURL | a JSON object on each line",
            })
    void aManifestUnderTheWrongMediaTypeIsToldSo(String mediaType, String body, String words) throws Exception {
        var answer = post(mediaType, "identity", body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words, "\"line\":1", "\"column\":1");
    }

    @Test
    void aBombIsTooLargeAndAnUnknownCodingUnsupported() throws Exception {
        var spaces = " ".repeat(64 << 20);

        var zipped = post("text/csv", "gzip", gzip(spaces));
        var packed = post("application/json", "zstd", Zstd.compress(spaces.getBytes(StandardCharsets.UTF_8)));
        var unknown = post("application/json", "br", gzip("{}"));

        assertThat(zipped.statusCode()).isEqualTo(413);
        assertThat(packed.statusCode()).isEqualTo(413);
        assertThat(packed.body()).contains("larger than 1 MiB after decompression");
        assertThat(unknown.statusCode()).isEqualTo(415);
        assertThat(unknown.body()).contains("gzip or zstd");
    }

    @Test
    void aBodyThatWasCutLeavesNothing() throws Exception {
        var whole = gzip(NDJSON);

        var answer = post("application/x-ndjson", "gzip", Arrays.copyOf(whole, whole.length / 2));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ends in the middle", "manifest-invalid");
        assertThat(visitor.client().jobs().list(folder, null, null).stream()).isEmpty();
    }
}
