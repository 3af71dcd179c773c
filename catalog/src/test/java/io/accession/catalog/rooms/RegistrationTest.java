package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.ATOMIC;
import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.JobState;
import io.accession.core.job.FailedUnit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String TRUSTED =
            "\"imageMetadata\": {\"mimeType\": \"image/jpeg\", \"fileSize\": 10, \"width\": 4, \"height\": 3}";

    @TempDir
    private Path spool;

    private Rooms rooms;

    @BeforeEach
    void open() {
        rooms = new Rooms(DATABASE.jdbi(), spool);
        rooms.storage.holds("b", "1.png", "I1".getBytes(StandardCharsets.UTF_8));
        rooms.storage.holds("b", "2.png", "I22".getBytes(StandardCharsets.UTF_8));
        rooms.storage.holds("b", "text.png", "text".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void trustedAndProbedImagesBecomeItems() {
        var folder = rooms.folder();

        var job = rooms.register(folder, TOLERANT, """
                {"images": [{"objectUrl": "s3://b/1.png", "title": "probed"},
                            {"objectUrl": "s3://b/none.png", "title": "trusted", %s}]}""".formatted(TRUSTED));

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts().registered()).isEqualTo(2);
        assertThat(job.counts().requests()).isEqualTo(1);
        assertThat(rooms.names(folder)).containsExactly("probed", "trusted");
    }

    @Test
    void aTolerantJobRegistersTheSoundEntriesAndListsTheOthers() {
        var folder = rooms.folder();

        var job = rooms.register(folder, TOLERANT, """
                {"images": [{"objectUrl": "s3://b/1.png"},
                            {"objectUrl": "s3://b/missing.png"},
                            {"objectUrl": "s3://b/text.png"},
                            {"objectUrl": 7}]}""");

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts().registered()).isEqualTo(1);
        assertThat(job.counts().failed()).isEqualTo(3);
        assertThat(rooms.jobs.listFailures(job.terms().id(), -1, 10))
                .extracting(
                        FailedUnit::ordinal,
                        unit -> unit.failure().code(),
                        unit -> unit.position().line())
                .containsExactly(
                        tuple(1, FailureCode.OBJECT_NOT_FOUND, 2L),
                        tuple(2, FailureCode.KIND_MISMATCH, 3L),
                        tuple(3, FailureCode.ENTRY_INVALID, 4L));
    }

    @Test
    void anAtomicJobWithOneBadObjectLeavesNoItemBehind() {
        var folder = rooms.folder();

        var job = rooms.register(folder, ATOMIC, """
                {"images": [{"objectUrl": "s3://b/1.png"},
                            {"objectUrl": "s3://b/none.png", %s},
                            {"objectUrl": "s3://b/missing.png"}]}""".formatted(TRUSTED));

        assertThat(job.state()).isEqualTo(JobState.ERROR);
        assertThat(job.counts().failed()).isEqualTo(1);
        assertThat(job.counts().cancelled()).isEqualTo(2);
        assertThat(rooms.names(folder)).isEmpty();
    }

    @Test
    void anAtomicJobWithoutBadObjectsRegistersEverything() {
        var folder = rooms.folder();

        var job = rooms.register(folder, ATOMIC, """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/2.png"},
                            {"objectUrl": "s3://b/none.png", %s}]}""".formatted(TRUSTED));

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts().registered()).isEqualTo(3);
        assertThat(job.counts().probed()).isEqualTo(2);
        assertThat(rooms.catalogue(folder)).hasSize(3).anyMatch(item -> item.contains("image/png|3|1|1"));
    }

    @Test
    void aSecondRunChangesNothingWhereDuplicatesAreSkipped() {
        var folder = rooms.folder();
        var manifest = """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "https://b.s3.amazonaws.com/1.png"},
                            {"objectUrl": "s3://b/none.png", %s}],
                 "image_groups": [{"title": "g", "objectUrl_0": "s3://b/1.png", "objectUrl_1": "s3://b/2.png"}],
                 "skip_duplicate_urls": true}""".formatted(TRUSTED);
        var first = rooms.register(folder, TOLERANT, manifest);
        var before = rooms.catalogue(folder);

        var tolerant = rooms.register(folder, TOLERANT, manifest);
        var atomic = rooms.register(folder, ATOMIC, manifest);

        assertThat(first.counts().registered()).isEqualTo(3);
        assertThat(first.counts().repeated()).isEqualTo(1);
        assertThat(tolerant.counts().known()).isEqualTo(3);
        assertThat(atomic.counts().known()).isEqualTo(3);
        assertThat(atomic.state()).isEqualTo(JobState.DONE);
        assertThat(rooms.catalogue(folder)).isEqualTo(before);
    }

    @Test
    void framesOfGroupsAreHiddenUntilTheyAreRegisteredThemselves() {
        var folder = rooms.folder();
        rooms.register(folder, TOLERANT, """
                {"image_groups": [{"title": "g", "objectUrl_0": "s3://b/1.png", "objectUrl_1": "s3://b/2.png"},
                                  {"title": "h", "objectUrl_0": "s3://b/2.png"}],
                 "skip_duplicate_urls": true}""");
        assertThat(rooms.names(folder)).containsExactly("g", "h");
        assertThat(rooms.catalogue(folder)).hasSize(4);

        var job = rooms.register(folder, TOLERANT, """
                {"images": [{"objectUrl": "s3://b/1.png"}], "skip_duplicate_urls": true}""");

        assertThat(job.counts().known()).isEqualTo(1);
        assertThat(rooms.names(folder)).hasSize(3);
        assertThat(rooms.catalogue(folder)).hasSize(4);
    }

    @Test
    void withoutSkippingEveryRunAddsItsItems() {
        var folder = rooms.folder();
        var manifest = """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/1.png"}]}""";

        rooms.register(folder, TOLERANT, manifest);
        rooms.register(folder, ATOMIC, manifest);

        assertThat(rooms.catalogue(folder)).hasSize(4);
    }

    @Test
    void metadataOfKnownItemsIsReplacedOnlyWhenItIsUpserted() {
        var folder = rooms.folder();
        var manifest = """
                {"images": [{"objectUrl": "s3://b/1.png", "clientMetadata": {"a": %d}}, {"objectUrl": "s3://b/2.png"}],
                 "skip_duplicate_urls": true, "upsert_metadata": %s}""";
        rooms.register(folder, TOLERANT, manifest.formatted(1, "true"));

        var kept = rooms.register(folder, TOLERANT, manifest.formatted(2, "false"));
        var same = rooms.register(folder, TOLERANT, manifest.formatted(1, "true"));
        var planned = rooms.plan(folder, manifest.formatted(3, "true"));
        var changed = rooms.register(folder, ATOMIC, manifest.formatted(3, "true"));

        assertThat(kept.counts().metadataUpdated()).isZero();
        assertThat(same.counts().metadataUpdated()).isZero();
        assertThat(planned.metadataWouldChange()).isEqualTo(1);
        assertThat(changed.counts().metadataUpdated()).isEqualTo(1);
        assertThat(rooms.catalogue(folder)).anyMatch(item -> item.contains("{\"a\": 3}"));
    }

    @Test
    void aPlanTellsWhatWouldHappenAndChangesNothing() {
        var folder = rooms.folder();
        rooms.register(folder, TOLERANT, "{\"images\": [{\"objectUrl\": \"s3://b/1.png\"}]}");
        var before = rooms.catalogue(folder);

        var report = rooms.plan(folder, """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/2.png"},
                            {"objectUrl": "s3://b/3.png", %s}, {"objectUrl": "s3://b/3.png", %s},
                            {"objectUrl": ""}],
                 "skip_duplicate_urls": true}""".formatted(TRUSTED, TRUSTED));

        assertThat(report.known()).isEqualTo(1);
        assertThat(report.toProbe()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(problem -> problem.position().pointer())
                .containsExactly("/images/4");
        assertThat(rooms.catalogue(folder)).isEqualTo(before);
    }

    @Test
    void metadataThatTheDatabaseCannotHoldFailsItsEntryAlone() {
        var folder = rooms.folder();
        var deep = "[".repeat(900) + "]".repeat(900);
        var manifest = new StringBuilder("{\"images\": [");
        for (int i = 0; i < 50; i++) {
            manifest.append("{\"objectUrl\": \"s3://b/x%d.png\", %s, \"clientMetadata\": {\"v\": %s}},"
                    .formatted(i, TRUSTED, i == 17 ? "{\"k\":\"" + "x".repeat(10) + "\"}" : "1"));
        }
        manifest.append(
                "{\"objectUrl\": \"s3://b/deep.png\", %s, \"clientMetadata\": {\"v\": %s}}]}".formatted(TRUSTED, deep));

        var job = rooms.register(folder, TOLERANT, manifest.toString());

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts().registered() + job.counts().failed()).isEqualTo(51);
    }

    @Test
    void aStrictIntegrationNeverReads() {
        var folder = rooms.folder();
        rooms.neverRead();

        var job = rooms.register(folder, TOLERANT, """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/2.png", %s}]}""".formatted(TRUSTED));

        assertThat(job.counts().registered()).isEqualTo(1);
        assertThat(rooms.storage.requests()).isZero();
        assertThat(rooms.jobs.listFailures(job.terms().id(), -1, 10))
                .extracting(unit -> unit.failure().code())
                .containsExactly(FailureCode.MEDIA_METADATA_REQUIRED);
    }

    @Test
    void aCancelledJobKeepsWhatItRegistered() throws InterruptedException {
        var folder = rooms.folder();
        var job = rooms.post(folder, TOLERANT, """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/2.png", %s}]}""".formatted(TRUSTED));
        rooms.planning.planNext();

        rooms.jobs.cancel(job, rooms.user);
        rooms.finish();

        var ended = rooms.jobs.find(job).orElseThrow();
        assertThat(ended.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended.counts().registered()).isEqualTo(1);
        assertThat(ended.counts().cancelled()).isEqualTo(1);
        assertThat(rooms.names(folder)).hasSize(1);
    }

    @Test
    void aJobWhoseFolderIsDeletedEndsWithAReason() {
        var folder = rooms.folder();
        var job = rooms.post(folder, TOLERANT, "{\"images\": [{\"objectUrl\": \"s3://b/1.png\"}]}");
        rooms.jdbi.useHandle(handle -> handle.execute("DELETE FROM folder WHERE id = ?", folder.value()));

        rooms.finish();

        var ended = rooms.jobs.find(job).orElseThrow();
        assertThat(ended.state()).isEqualTo(JobState.ERROR);
        assertThat(ended.message()).contains("folder was deleted");
        assertThat(ended.counts().cancelled()).isEqualTo(1);
    }
}
