package io.accession.core.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ten checks of registration-facts section 10. */
class DicomSeriesTest {

    @Test
    void soundFilesBecomeFactsWithoutWarnings() {
        var series = series(Tags.slice(1, 0), Tags.slice(2, 2.5), Tags.slice(3, 5));

        var facts = series.facts();

        assertThat(series.failure()).isEmpty();
        assertThat(series.description()).contains("Rings, axial");
        assertThat(facts.warnings()).isEmpty();
        assertThat(facts.bytes()).isEqualTo(300);
        assertThat(facts.files()).isEqualTo(3);
        assertThat(facts.frames()).isEqualTo(3);
        assertThat(facts.studyUid()).isEqualTo("1.2.3");
        assertThat(facts.seriesUid()).isEqualTo("1.2.3.4");
        assertThat(facts.modality()).isEqualTo("CT");
        assertThat(facts.rows()).isEqualTo(512);
        assertThat(facts.columns()).isEqualTo(256);
        assertThat(facts.windowCenter()).isEqualTo(40);
        assertThat(facts.windowWidth()).isEqualTo(400);
    }

    @Test
    void theFileOfAnotherStudyIsNamed() {
        var odd = Tags.slice(2, 0).with("0020000D", "\"9.9\"");

        var failure = failure(Tags.slice(1, 0), odd, Tags.slice(3, 0));

        assertThat(failure.code()).isEqualTo(FailureCode.DICOM_STUDY_INCONSISTENT);
        assertThat(failure.message())
                .isEqualTo("The value of DICOM tag 'StudyInstanceUID' should be consistent across files in a series. "
                        + "Got [9.9] from '/2.dcm' and [1.2.3] from other files in the series.");
    }

    @ParameterizedTest
    @CsvSource({
        "0020000D, StudyInstanceUID",
        "0020000E, SeriesInstanceUID",
        "00080018, SOPInstanceUID",
        "00100020, PatientID",
        "00280010, Rows",
        "00280011, Columns"
    })
    void aMissingTagIsNamedWithItsFile(String tag, String keyword) {
        for (var without :
                List.of(Tags.slice(2, 0).without(tag), Tags.slice(2, 0).nothing(tag))) {
            var failure = failure(Tags.slice(1, 0), without);

            assertThat(failure.code()).isEqualTo(FailureCode.DICOM_TAG_MISSING);
            assertThat(failure.message())
                    .isEqualTo("DICOM tag '" + keyword + "' is missing or has no value in '/2.dcm'.");
        }
    }

    @Test
    void aPatientMayBeUnknown() {
        assertThat(series(Tags.slice(1, 0).empty("00100020")).failure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.x", "1 2", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aUidHasToBeDigitsAndDots(String uid) {
        var failure = failure(Tags.slice(1, 0).with("0020000E", "\"" + uid + "\""));

        assertThat(failure.code()).isEqualTo(FailureCode.DICOM_UID_INVALID);
        assertThat(failure.message())
                .startsWith("The value of DICOM tag 'SeriesInstanceUID' in '/1.dcm' should be 1 to 64 digits and dots.")
                .contains("[" + uid + "]");
    }

    @Test
    void unusualUidsAreAccepted() {
        assertThat(series(Tags.slice(1, 0).with("0020000D", "\"01..002\"")).failure())
                .isEmpty();
    }

    @Test
    void twoFilesCannotBeTheSameInstance() {
        var failure = failure(Tags.slice(1, 0), Tags.slice(2, 1), Tags.slice(1, 2));

        assertThat(failure.code()).isEqualTo(FailureCode.DICOM_INSTANCE_REPEATED);
        assertThat(failure.message())
                .isEqualTo("The value of DICOM tag 'SOPInstanceUID' should be unique within a series. "
                        + "Got [1.2.3.4.1] from '/1.dcm' and from '/3.dcm'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1.5", "\"many\"", "1e80"})
    void framesAreCounted(String frames) {
        assertThat(failure(Tags.slice(1, 0).with("00280008", frames)).code())
                .isEqualTo(FailureCode.DICOM_FRAMES_INVALID);
    }

    @Test
    void everyFrameHasItsFunctionalGroups() {
        var groups = "{\"00209113\":{\"vr\":\"SQ\",\"Value\":[{\"00200032\":{\"vr\":\"DS\",\"Value\":[1,2,3]}}]}}, {}";

        var sound = Tags.slice(1, 0).without("00200032").with("00280008", "2").with("52009230", groups);
        var lying = Tags.slice(1, 0).with("00280008", "3").with("52009230", groups);

        assertThat(series(sound).failure()).isEmpty();
        assertThat(series(sound).facts().frames()).isEqualTo(2);
        assertThat(series(sound).facts().warnings()).isEmpty();
        assertThat(failure(lying).code()).isEqualTo(FailureCode.DICOM_FRAMES_INVALID);
    }

    @Test
    void manyFaultsAreToldTogetherButNotWithoutEnd() {
        var files = new Tags[20];
        Arrays.setAll(files, i -> Tags.slice(i, i).without("00100020"));

        assertThat(failure(files).message())
                .contains("'/1.dcm'", "'/5.dcm'")
                .doesNotContain("'/6.dcm'")
                .endsWith("And 15 more such faults.");
    }

    @Test
    void mixedSeriesStayOneItemWithAWarning() {
        assertWarning("SEVERAL_DICOM_SERIES", Tags.slice(2, 2.5).with("0020000E", "\"7.7\""));
    }

    @Test
    void otherSizesAreAWarning() {
        assertWarning("IMAGE_SIZES_DIFFER", Tags.slice(2, 2.5).with("00280010", "511"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00200032", "00200037", "00280030", "00180050"})
    void missingSpatialTagsAreAWarning(String tag) {
        assertWarning("SPATIAL_TAGS_MISSING", Tags.slice(2, 2.5).empty(tag));
    }

    @Test
    void aMissingSliceIsAWarning() {
        assertWarning("SLICE_SPACING_UNEVEN", Tags.slice(2, 3.5));
    }

    @Test
    void slicesMayComeInAnyOrderAndSeveralTimes() {
        var facts = series(
                        Tags.slice(1, 5), Tags.slice(2, 0), Tags.slice(3, 2.5), Tags.slice(4, 2.5001), Tags.slice(5, 5))
                .facts();

        assertThat(facts.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, 0, 0, 0, 0, -1", "1, 0, 0", "2, 0, 0, 0, 1, 0"})
    void otherDirectionsAreAWarning(String orientation) {
        assertWarning("SLICE_ORIENTATIONS_DIFFER", Tags.slice(2, 2.5).with("00200037", orientation));
    }

    @Test
    void otherWindowsAreAWarningAndTheSeriesHasOneThatSpansThem() {
        var odd = Tags.slice(2, 2.5).with("00281050", "500").with("00281051", "1000");

        var facts = assertWarning("WINDOWS_DIFFER", odd).facts();

        assertThat(facts.windowCenter()).isEqualTo(420);
        assertThat(facts.windowWidth()).isEqualTo(1160);
    }

    /** The odd file is the second of three. */
    private static DicomSeries assertWarning(String code, Tags odd) {
        var series = series(Tags.slice(1, 0), odd, Tags.slice(3, 5));

        assertThat(series.failure()).isEmpty();
        assertThat(series.facts().warnings()).containsExactly(code);
        return series;
    }

    private static Failure failure(Tags... files) {
        return series(files).failure().orElseThrow();
    }

    private static DicomSeries series(Tags... files) {
        var named = new ArrayList<SeriesFile>();
        for (int i = 0; i < files.length; i++) {
            named.add(files[i].named("/" + (i + 1) + ".dcm"));
        }
        return new DicomSeries(named);
    }
}
