package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.INTEGRATION;
import static io.accession.cli.Documents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest extends WithCommandLine {

    private static final String UPLOAD = "POST /api/v1/folders/" + FOLDER + "/upload-jobs";
    private static final String JOB_ROUTE = "GET /api/v1/upload-jobs/" + JOB;
    private static final String WHERE = " --folder fleet --integration bucket";

    private Path manifest;

    @BeforeEach
    void start() throws IOException {
        given.server
                .on("GET /api/v1/folders", 200, CommandLineFixture.page(Documents.folder(FOLDER, "fleet")))
                .on("GET /api/v1/integrations", 200, CommandLineFixture.page(Documents.integration("bucket")))
                .on(UPLOAD, 201, Documents.job("PENDING", 0, 0));
        manifest = Files.writeString(directory.resolve("fleet.json"), "{\"images\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"DONE,3,0,0", "DONE,2,1,1", "ERROR,0,1,1", "CANCELLED,1,0,1"})
    void theExitCodeTellsHowTheJobEnded(String state, int registered, int failed, int exitCode) {
        endsAs(Documents.job(state, registered, failed));

        var outcome = given.run("register " + manifest + WHERE);

        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).contains("registered").contains("123.5 kB in 3 requests");
        assertThat(outcome.out()).contains("Warning: A comma too many (line 4, column 9, 2 times)");
    }

    @Test
    void aManifestComesFromStandardInput() {
        endsAs(Documents.job("DONE", 3, 0));

        var outcome = given.typing("{\"text\":[]}").run("register -" + WHERE + " --ignore-errors");

        var call = given.server.calls(UPLOAD).getFirst();
        assertThat(outcome.exitCode()).isZero();
        assertThat(call.body()).isEqualTo("{\"text\":[]}");
        assertThat(call.query()).isEqualTo("integration=" + INTEGRATION + "&ignoreErrors=true");
    }

    @Test
    void flagsAndTheTypeStandBesideManifestsThatCannotSayThem() throws IOException {
        endsAs(Documents.job("DONE", 3, 0));
        Files.writeString(manifest, "ObjectURL;Image title\na.jpg;A\n");

        given.run("register " + manifest + WHERE + " --skip-duplicate-urls --upsert-metadata --type images");

        var call = given.server.calls(UPLOAD).getFirst();
        assertThat(call.header("Content-Type")).isEqualTo("text/csv");
        assertThat(call.query()).endsWith("&skipDuplicateUrls=true&upsertMetadata=true&type=images");
    }

    @Test
    void standardOutputHoldsTheJobAsJsonAndNothingElse() {
        endsAs(Documents.job("DONE", 2, 1));

        var outcome = given.run("register " + manifest + WHERE + " --json");

        assertThat(outcome.json().at("/counts/failed").asInt()).isOne();
        assertThat(outcome.error()).contains("accession job failures " + JOB);
    }

    @Test
    void withDetachTheJobIsLeftToItself() {
        var outcome = given.run("register " + manifest + WHERE + " --detach");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("accession job watch " + JOB);
    }

    @Test
    void failuresAreWrittenToFiles() {
        endsAs(Documents.job("DONE", 2, 1));
        given.server
                .on(JOB_ROUTE + "/failures.csv", call -> call.answer(200, "text/csv", "object_url\ns3://b/k\n"))
                .on(JOB_ROUTE + "/failed-manifest", 200, "{\"images\":[{}]}");
        var csv = directory.resolve("failures.csv");
        var failed = directory.resolve("failed.json");

        var outcome = given.run("register " + manifest + WHERE + " --failures-csv " + csv + " --failed-only " + failed);

        assertThat(outcome.exitCode()).isOne();
        assertThat(csv).hasContent("object_url\ns3://b/k\n");
        assertThat(failed).hasContent("{\"images\":[{}]}");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aManifestThatCannotBeReadIsRefusedWithItsPlace() {
        given.server.refuses("POST /api/v1/folders/" + FOLDER + "/upload-plans", 400, """
                {"type":"urn:accession:problem:manifest-invalid","title":"x","status":400,\
                "detail":"A comma is missing.","line":12,"column":3,"byteOffset":345,"pointer":"/images/1"}""");

        var outcome = given.run("register " + manifest + WHERE + " --plan");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error())
                .isEqualTo("accession: A comma is missing.\n  at line 12, column 3, byte 345, /images/1\n");
    }

    @Test
    void aPlanWithInvalidEntriesNamesThem() {
        given.server.on("POST /api/v1/folders/" + FOLDER + "/upload-plans", 200, """
                {"entries":5000,"urls":5000,"new":4000,"known":999,"metadataWouldChange":0,"toProbe":1,"duplicatesInManifest":0,\
                "invalid":1,"warnings":[],"problems":[{"line":7,"column":5,"pointer":"/images/0","objectUrl":null,\
                "code":"URL_MISSING","message":"There is no objectUrl."}],"problemsTruncated":false}""");

        var outcome = given.run("register " + manifest + WHERE + " --plan");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out())
                .contains("New                    4,000")
                .contains("line 7, column 5, /images/0: URL_MISSING There is no objectUrl.");
        assertThat(given.server.calls(UPLOAD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            register nowhere.json --folder fleet --integration bucket      | There is no file 'nowhere.json'.
            register / --folder fleet --integration bucket                 | '/' is a directory, not a file.
            register - --folder fleet --integration bucket --plan --detach | --plan registers nothing
            register - --folder fleet --integration bucket --detach --failed-only x | With --detach the failures are not known yet.
            register - --folder fleet                                      | Missing required option: '--integration=T'
            register --folder fleet --integration bucket                   | Missing required parameter: 'MANIFEST'
            """)
    void wrongUsageSaysWhatToChangeAndSendsNothing(String words, String complaint) {
        var outcome = given.run(words);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("accession: " + complaint);
        assertThat(outcome.out()).isEmpty();
        assertThat(given.server.calls()).isEmpty();
    }

    private void endsAs(String job) {
        given.server.on(JOB_ROUTE + "/events", call -> call.answer(200, "text/event-stream", Documents.ended(job)));
    }
}
