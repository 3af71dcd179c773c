package io.accession.core.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tags that something is judged by. Keywords are those of PS3.6. */
public enum DicomTag {
    MODALITY("00080060", "Modality"),
    SERIES_DESCRIPTION("0008103E", "SeriesDescription"),
    SOP_INSTANCE_UID("00080018", "SOPInstanceUID"),
    PATIENT_ID("00100020", "PatientID"),
    SLICE_THICKNESS("00180050", "SliceThickness"),
    STUDY_INSTANCE_UID("0020000D", "StudyInstanceUID"),
    SERIES_INSTANCE_UID("0020000E", "SeriesInstanceUID"),
    INSTANCE_NUMBER("00200013", "InstanceNumber"),
    IMAGE_POSITION("00200032", "ImagePositionPatient"),
    IMAGE_ORIENTATION("00200037", "ImageOrientationPatient"),
    NUMBER_OF_FRAMES("00280008", "NumberOfFrames"),
    ROWS("00280010", "Rows"),
    COLUMNS("00280011", "Columns"),
    PIXEL_SPACING("00280030", "PixelSpacing"),
    WINDOW_CENTER("00281050", "WindowCenter"),
    WINDOW_WIDTH("00281051", "WindowWidth"),
    PER_FRAME_GROUPS("52009230", "PerFrameFunctionalGroupsSequence");

    private static final Map<String, DicomTag> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DicomTag::number, Function.identity()));

    private final String number;
    private final String keyword;

    DicomTag(String number, String keyword) {
        this.number = number;
        this.keyword = keyword;
    }

    /** Group and element as eight hexadecimal digits. */
    public String number() {
        return number;
    }

    public String keyword() {
        return keyword;
    }

    static Optional<DicomTag> find(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
