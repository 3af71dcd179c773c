package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.PlanReport;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a job's failures, what a plan tells before, and what mending the storage makes of them. */
final class FailureReportTest {

    private static final String MANIFEST = """
            {"images": [
              {"objectUrl": "good.png", "clientMetadata": {"n": 1}},
              {"objectUrl": "missing, \\"quoted\\".png", "title": "Two\\nlines", "clientMetadata": {"n": 2.50, "a":"\\u00e4"}},
              {"objectUrl": 7},
              {"objectUrl": "good.png", "clientMetadata": {"n": 1}}],
             "image_groups": [
              {"title": "Pair", "objectUrl_0": "other.png", "objectUrl_1": "late.png", "createVideo": false}],
             "videos": [{"objectUrl": "good.png"}],
             "skip_duplicate_urls": true}
            """;
    private static final String HEADER =
            "object_url,title,item_type,json_pointer,line,column,code,retryable,attempts,message,subtask_uuid";

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
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = visitor.folder();
        storage = Files.createTempDirectory(data.toRealPath(), "storage");
        integration = visitor.directory(storage);
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    private void storageHolds(String... names) throws IOException {
        for (var name : names) {
            Files.write(storage.resolve(name), Pictures.png(4, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {ATOMIC, TOLERANT})
    void everyUrlThatFailedHasARowWhetherErrorsAreIgnoredOrNot(boolean ignoreErrors) throws IOException {
        storageHolds("good.png", "other.png");

        var job = visitor.register(folder, integration, ignoreErrors, MANIFEST);

        var rows = visitor.csv(job);
        var numbers =
                visitor.failures(job).stream().map(UnitFailure::subtaskUuid).toList();
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isEqualTo(HEADER);
        assertThat(rows.get(1))
                .startsWith(
                        "\"missing, \"\"quoted\"\".png\",\"Two\nlines\",image,/images/1,3,3,OBJECT_NOT_FOUND,false,1,")
                .endsWith("," + numbers.get(0));
        assertThat(rows.get(2))
                .startsWith(",,image,/images/2,4,3,ENTRY_INVALID,false,0,\"objectUrl must be a string, got 7.\",");
        assertThat(rows.get(3)).startsWith("other.png,Pair,imageGroup,/image_groups/0,7,3,OBJECT_NOT_FOUND,false,1,");
        assertThat(rows.get(4)).startsWith("late.png,Pair,imageGroup,/image_groups/0,7,3,OBJECT_NOT_FOUND,false,1,");
        assertThat(rows.get(5))
                .isEqualTo("good.png,,video,/videos/0,8,13,KIND_MISMATCH,false,1,\"Expected a video, got a file of type"
                        + " image/png\"," + numbers.get(3));
        assertThat(rows.get(6)).isEmpty();
        assertThat(visitor.titles(folder)).hasSize(ignoreErrors ? 1 : 0);
    }

    @Test
    void theFailedManifestRegistersExactlyWhatFailedOnceTheStorageIsMended() throws IOException {
        storageHolds("good.png", "other.png");
        var first = visitor.register(folder, integration, TOLERANT, MANIFEST);
        var failed = visitor.failedManifest(first);
        storageHolds("missing, \"quoted\".png", "late.png");

        var second = visitor.register(folder, integration, TOLERANT, failed);

        assertThat(failed).contains("\"clientMetadata\": {\"n\": 2.50, \"a\":\"\\u00e4\"}}", "{\"objectUrl\": 7}");
        assertThat(second.counts().entries()).isEqualTo(4);
        assertThat(second.counts().registered()).isEqualTo(2);
        assertThat(visitor.failureCodes(second)).containsExactly("ENTRY_INVALID", "KIND_MISMATCH");
        assertThat(visitor.titles(folder)).containsExactlyInAnyOrder("/good.png", "Two\nlines", "Pair");
    }

    @Test
    void aPlanAgreesWithWhatTheJobThenDoes() throws IOException {
        storageHolds("good.png", "other.png", "late.png", "missing, \"quoted\".png");
        var known = "{\"images\":[{\"objectUrl\":\"other.png\"}], \"skip_duplicate_urls\": true}";
        visitor.register(folder, integration, ATOMIC, known);
        var manifest = MANIFEST.replace("\"videos\": [{\"objectUrl\": \"good.png\"}]", """
                "upsert_metadata": true,
                "pdfs": [{"objectUrl": "a.pdf", "pdfMetadata": {"fileSize": 9, "numPages": 2}}],
                "videos": []""")
                .replace("{\"objectUrl\": 7}", "{\"objectUrl\": \"other.png\", \"clientMetadata\": {\"n\": 3}}, {}");

        var plan = visitor.client().jobs().plan(folder, integration, Visitor.manifest(manifest));
        var again = visitor.client().jobs().plan(folder, integration, Visitor.manifest(manifest));
        var counts = visitor.register(folder, integration, TOLERANT, manifest).counts();

        assertThat(again).isEqualTo(plan);
        assertThat(plan.entries()).isEqualTo(counts.entries());
        assertThat(plan.fresh()).isEqualTo(counts.trusted()).isEqualTo(1);
        assertThat(plan.fresh() + plan.toProbe()).isEqualTo(counts.registered());
        assertThat(plan.known()).isEqualTo(counts.known()).isEqualTo(1);
        assertThat(plan.metadataWouldChange())
                .isEqualTo(counts.metadataUpdated())
                .isEqualTo(1);
        assertThat(plan.toProbe()).isEqualTo(counts.toProbe()).isEqualTo(3);
        assertThat(plan.duplicatesInManifest())
                .isEqualTo(counts.duplicatesInManifest())
                .isEqualTo(1);
        assertThat(plan.invalid()).isEqualTo(counts.failed()).isEqualTo(1);
        assertThat(plan.problems()).extracting(PlanReport.Invalid::pointer).containsExactly("/images/3");
    }

    @Test
    void aSecondRunFindsEverythingKnownAndChangesNothing() throws IOException {
        storageHolds("good.png", "other.png", "late.png", "missing, \"quoted\".png");
        var manifest = MANIFEST.replace("{\"objectUrl\": 7}", "{\"objectUrl\": \"other.png\"}")
                .replace("\"videos\": [{\"objectUrl\": \"good.png\"}]", "\"videos\": []");
        var first = visitor.register(folder, integration, ATOMIC, manifest);
        var catalogue = new Catalogue(DATABASE.jdbi());
        var items = catalogue.items(folder);

        var second = visitor.register(folder, integration, ATOMIC, manifest);

        assertThat(first.state()).as("%s", visitor.failures(first)).isEqualTo(UploadJob.State.DONE);
        assertThat(first.counts().registered()).isEqualTo(4);
        assertThat(second.counts().known()).isEqualTo(4);
        assertThat(second.counts().registered()).isZero();
        assertThat(second.counts().toProbe()).isZero();
        assertThat(catalogue.items(folder)).isEqualTo(items);
    }
}
