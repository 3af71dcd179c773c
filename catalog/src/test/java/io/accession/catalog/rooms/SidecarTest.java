package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.JobState;
import io.accession.core.sync.SyncWarning;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that bring the client metadata of others in a synced folder. */
class SidecarTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String SUFFIX = ".metadata.json";

    @TempDir
    private Path spool;

    private SyncedFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new SyncedFolder(new Rooms(DATABASE.jdbi(), spool), SUFFIX);
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    private String metadata(String name) {
        return folder.item(name, "client_metadata");
    }

    @Test
    void aSidecarIsTheMetadataOfItsObjectAndNoItem() {
        folder.holds("a.jpg", "I");
        folder.holds("a.jpg" + SUFFIX, "{\"city\": \"Oslo\"}");
        folder.holds("b.jpg", "I");
        folder.holds("b" + SUFFIX, "\uFEFF{\"city\": \"Rome\"}");
        folder.holds("c.d.jpg", "I");
        folder.holds("c" + SUFFIX, "{\"city\": \"nowhere\"}");

        var run = folder.sync();

        assertThat(run.state()).isEqualTo(JobState.DONE);
        assertThat(folder.names()).containsExactly("a.jpg", "b.jpg", "c.d.jpg");
        assertThat(metadata("a.jpg")).isEqualTo("{\"city\": \"Oslo\"}");
        assertThat(metadata("b.jpg")).isEqualTo("{\"city\": \"Rome\"}");
        assertThat(metadata("c.d.jpg")).isNull();
        assertThat(run.counts().sidecars()).isEqualTo(2);
        assertThat(run.counts().unsupported()).isZero();
        assertThat(run.warnings()).isEmpty();
    }

    @Test
    void theSidecarWithTheWholeNameGoesFirstAndTheOtherOneIsForTheRest() {
        folder.holds("a.jpg", "I");
        folder.holds("a.png", "I");
        folder.holds("a" + SUFFIX, "{\"from\": \"both\"}");
        folder.holds("a.jpg" + SUFFIX, "{\"from\": \"one\"}");

        folder.sync();

        assertThat(metadata("a.jpg")).isEqualTo("{\"from\": \"one\"}");
        assertThat(metadata("a.png")).isEqualTo("{\"from\": \"both\"}");
    }

    @Test
    void aChangedSidecarIsAppliedAgainAndAVanishedOneChangesNothing() {
        folder.holds("a.jpg", "I");
        folder.holds("a.jpg" + SUFFIX, "{\"n\": 1}");
        folder.sync();
        assertThat(folder.sync().counts().sidecars()).isZero();
        folder.holds("a.jpg" + SUFFIX, "{\"n\": 22}");

        var changed = folder.sync();
        folder.losesAgain("a.jpg" + SUFFIX);
        var lost = folder.sync();

        assertThat(changed.counts().sidecars()).isEqualTo(1);
        assertThat(changed.counts().changed()).isZero();
        assertThat(lost.counts().vanished()).isZero();
        assertThat(metadata("a.jpg")).isEqualTo("{\"n\": 22}");
    }

    @Test
    void aSidecarWaitsForItsObject() {
        folder.holds("a" + SUFFIX, "{\"n\": 1}");
        assertThat(folder.sync().counts().sidecars()).isZero();
        folder.holds("a.jpg", "I");
        folder.sync();
        folder.holds("a.png", "I");

        folder.sync();

        assertThat(metadata("a.jpg")).isEqualTo("{\"n\": 1}");
        assertThat(metadata("a.png")).isEqualTo("{\"n\": 1}");
    }

    @Test
    void aSidecarThatCannotBeReadIsAWarningUntilItIsMended() {
        var wrong = new String[] {
            "",
            "[1]",
            "{\"n\": 1",
            "{} {}",
            "{\"n\": 1e200000}",
            "{\"n\": \"\\u0000\"}",
            "{\"n\": \"\\ud800\"}",
            "{\"n\": \"" + "x".repeat(1 << 20) + "\"}"
        };
        for (int i = 0; i < wrong.length; i++) {
            folder.holds(i + ".jpg", "I");
            folder.holds(i + ".jpg" + SUFFIX, wrong[i]);
        }

        var run = folder.sync();

        assertThat(run.state()).isEqualTo(JobState.DONE);
        assertThat(run.warnings())
                .hasSize(wrong.length)
                .extracting(SyncWarning::code)
                .containsOnly("SIDECAR_UNREADABLE");
        assertThat(run.warnings().getFirst().key()).isEqualTo("in/0.jpg" + SUFFIX);
        assertThat(run.counts().sidecars()).isZero();
        folder.holds("1.jpg" + SUFFIX, "{\"n\": 1}");
        assertThat(folder.sync().warnings()).hasSize(wrong.length - 1);
        assertThat(metadata("1.jpg")).isEqualTo("{\"n\": 1}");
    }

    @Test
    void aSidecarThatDoesNotFitAStrictSchemaIsAWarningUntilItIsMended() {
        folder.isStrictAboutNumbers("speed");
        folder.holds("a.jpg", "I");
        folder.holds("a.jpg" + SUFFIX, "{\"speed\": \"fast\"}");

        var run = folder.sync();

        assertThat(run.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("METADATA_SCHEMA_MISMATCH");
            assertThat(warning.message()).contains("/speed");
        });
        assertThat(run.counts().sidecars()).isZero();
        assertThat(metadata("a.jpg")).isNull();
        folder.holds("a.jpg" + SUFFIX, "{\"speed\": 30}");
        assertThat(folder.sync().warnings()).isEmpty();
        assertThat(metadata("a.jpg")).isEqualTo("{\"speed\": 30}");
    }
}
