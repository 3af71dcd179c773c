package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.ATOMIC;
import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.JobState;
import io.accession.core.job.FailedUnit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomSeriesRegistrationTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String BOTH = "\"objectUrl_0\": \"s3://b/ct/1.dcm\", \"objectUrl_1\": \"s3://b/ct/2.dcm\"";

    @TempDir
    private Path spool;

    private Rooms rooms;

    @BeforeEach
    void open() {
        rooms = new Rooms(DATABASE.jdbi(), spool);
        holds("ct/1.dcm", tags("1.2", "1"));
        holds("ct/2.dcm", tags("1.2", "2"));
        holds("ct/other.dcm", tags("9.9", "3"));
    }

    private void holds(String key, String tags) {
        rooms.storage.holds("b", key, tags.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(JobMode.class)
    void aSeriesIsAnItemWithFactsOfItsOwnAndHiddenFiles(JobMode mode) {
        var folder = rooms.folder();

        var job = rooms.register(folder, mode, "{\"dicom_series\": [{" + BOTH + "}]}");

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(rooms.names(folder)).containsExactly("Rings, axial");
        assertThat(facts(folder))
                .containsExactly(
                        "/ct/1.dcm|dicomFile|application/dicom|4|2|1.2.3.1|true",
                        "/ct/2.dcm|dicomFile|application/dicom|4|2|1.2.3.2|true",
                        "Rings, axial|dicomSeries|application/dicom|4|2|1.2.3.4 [\"SPATIAL_TAGS_MISSING\"]|false");
    }

    @Test
    void aTitleThatIsGivenIsUsed() {
        var folder = rooms.folder();

        rooms.register(folder, TOLERANT, "{\"dicom_series\": [{\"title\": \"Head\", " + BOTH + "}]}");

        assertThat(rooms.names(folder)).containsExactly("Head");
    }

    @Test
    void aSeriesWithoutDescriptionIsNamedAfterItsFirstFile() {
        holds("ct/1.dcm", tags("1.2", "1").replace("Rings, axial", ""));
        var folder = rooms.folder();

        rooms.register(folder, TOLERANT, "{\"dicom_series\": [{\"objectUrl_0\": \"s3://b/ct/1.dcm\"}]}");

        assertThat(rooms.names(folder)).containsExactly("1.dcm");
    }

    @Test
    void filesOfSeveralStudiesFailTheirUnitAlone() {
        var folder = rooms.folder();

        var job = rooms.register(folder, TOLERANT, """
                {"dicom_series": [{"title": "mixed", %s, "objectUrl_2": "s3://b/ct/other.dcm"},
                                  {"title": "sound", %1$s}]}""".formatted(BOTH));

        assertThat(rooms.names(folder)).containsExactly("sound");
        assertThat(rooms.jobs.listFailures(job.terms().id(), -1, 10))
                .singleElement()
                .extracting(FailedUnit::failure)
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.DICOM_STUDY_INCONSISTENT);
                    assertThat(failure.message())
                            .isEqualTo(
                                    "The value of DICOM tag 'StudyInstanceUID' should be consistent across files in a series. "
                                            + "Got [9.9] from '/ct/other.dcm' and [1.2] from other files in the series.");
                });
    }

    @Test
    void anAtomicJobWithAnUnsoundSeriesLeavesNothingBehind() {
        var folder = rooms.folder();

        var job = rooms.register(folder, ATOMIC, """
                {"dicom_series": [{"title": "mixed", %s, "objectUrl_2": "s3://b/ct/other.dcm"},
                                  {"title": "sound", %1$s}]}""".formatted(BOTH));

        assertThat(job.state()).isEqualTo(JobState.ERROR);
        assertThat(rooms.catalogue(folder)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(JobMode.class)
    void suppliedTagsGoThroughTheSameChecks(JobMode mode) {
        rooms.neverRead();
        var folder = rooms.folder();
        var other = rooms.folder();

        var sound = rooms.register(folder, mode, supplied(tags("1.2", "1"), tags("1.2", "2")));
        var odd = rooms.register(other, mode, supplied(tags("1.2", "1"), tags("9.9", "2")));

        assertThat(sound.state()).isEqualTo(JobState.DONE);
        assertThat(sound.counts().requests()).isZero();
        assertThat(rooms.names(folder)).containsExactly("Rings, axial");
        assertThat(rooms.catalogue(other)).isEmpty();
        assertThat(rooms.jobs.listFailures(odd.terms().id(), -1, 10))
                .extracting(unit -> unit.failure().code())
                .containsExactly(FailureCode.DICOM_STUDY_INCONSISTENT);
    }

    private static String supplied(String first, String second) {
        return """
                {"dicom_series": [{"dicomFiles": [
                    {"url": "s3://b/ct/1.dcm", "dicomMetadata": {"tags": %s}},
                    {"url": "s3://b/ct/2.dcm", "dicomMetadata": {"tags": %s}}]}]}""".formatted(first, second);
    }

    private List<String> facts(FolderId folder) {
        return rooms.jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT concat_ws('|', name, kind, mime_type, width, height,
                                         coalesce(media_facts #>> '{tags,00080018,Value,0}',
                                                  (media_facts ->> 'seriesUid') || ' ' || (media_facts ->> 'warnings')),
                                         CASE WHEN is_hidden THEN 'true' ELSE 'false' END)
                          FROM item WHERE folder_id = :folder ORDER BY 1
                        """)
                .bind("folder", folder.value())
                .mapTo(String.class)
                .list());
    }

    /** The 22 tags that supplied metadata needs, and the description. */
    private static String tags(String study, String instance) {
        return """
                {"00080018": {"vr": "UI", "Value": ["1.2.3.%s"]}, "0008103E": {"vr": "LO", "Value": ["Rings, axial"]},
                 "00100020": {"vr": "LO", "Value": ["P-1"]}, "00180050": null, "00181114": null, "00181164": null,
                 "0020000D": {"vr": "UI", "Value": ["%s"]}, "0020000E": {"vr": "UI", "Value": ["1.2.3.4"]},
                 "00200013": null, "00200032": null, "00200037": null, "00209113": null, "00209116": null,
                 "00280004": null, "00280008": null, "00280010": {"vr": "US", "Value": [2]},
                 "00280011": {"vr": "US", "Value": [4]}, "00280030": null, "00281050": null, "00281051": null,
                 "00289110": null, "52009229": null, "52009230": null}""".formatted(instance, study);
    }
}
