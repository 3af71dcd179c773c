package io.accession.core.dicom;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why files cannot be one series: the checks 1 to 4 and 9 of registration-facts section 10. */
final class SeriesFaults {

    private static final List<DicomTag> UIDS =
            List.of(DicomTag.STUDY_INSTANCE_UID, DicomTag.SERIES_INSTANCE_UID, DicomTag.SOP_INSTANCE_UID);
    private static final List<DicomTag> SIZES = List.of(DicomTag.ROWS, DicomTag.COLUMNS);
    /** Forms that the standard does not have, such as zeros in front, are accepted. */
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

    private static final int SHOWN = 5;
    private static final int SHOWN_CHARACTERS = 80;

    private final List<Failure> faults = new ArrayList<>();

    private SeriesFaults() {}

    /** The first faults in one message, under the code of the first. */
    static Optional<Failure> find(List<SeriesFile> files) {
        var found = new SeriesFaults();
        files.forEach(found::checkFile);
        if (found.faults.isEmpty()) {
            found.checkStudy(files);
            found.checkInstances(files);
        }
        return found.faults.stream().findFirst().map(first -> new Failure(first.code(), found.message()));
    }

    private String message() {
        var shown = faults.stream().limit(SHOWN).map(Failure::message).collect(Collectors.joining(" "));
        int left = faults.size() - SHOWN;
        return left > 0 ? shown + " And " + left + " more such faults." : shown;
    }

    private void checkFile(SeriesFile file) {
        var tags = file.tags();
        for (var tag : UIDS) {
            if (!tags.has(tag)) {
                addMissing(tag, file);
            } else if (!UID.matcher(tags.text(tag).orElse("")).matches()) {
                add(
                        FailureCode.DICOM_UID_INVALID,
                        "The value of DICOM tag '%s' in '%s' should be 1 to 64 digits and dots. Got [%s]."
                                .formatted(
                                        tag.keyword(),
                                        file.title(),
                                        shown(tags.text(tag).orElse(""))));
            }
        }
        if (!tags.has(DicomTag.PATIENT_ID)) {
            addMissing(DicomTag.PATIENT_ID, file);
        }
        for (var tag : SIZES) {
            if (tags.count(tag).isEmpty()) {
                addMissing(tag, file);
            }
        }
        checkFrames(file);
    }

    private void checkFrames(SeriesFile file) {
        var given = file.tags().text(DicomTag.NUMBER_OF_FRAMES);
        var count = file.tags().count(DicomTag.NUMBER_OF_FRAMES);
        if (given.isPresent() && count.isEmpty()) {
            add(
                    FailureCode.DICOM_FRAMES_INVALID,
                    "The value of DICOM tag 'NumberOfFrames' in '%s' should be a whole number above 0. Got [%s]."
                            .formatted(file.title(), shown(given.get())));
        }
        int groups = file.tags().frameGroups();
        if (groups >= 0 && count.isPresent() && groups != count.get()) {
            add(
                    FailureCode.DICOM_FRAMES_INVALID,
                    "DICOM tag 'PerFrameFunctionalGroupsSequence' in '%s' should have an item for each of the %d frames that 'NumberOfFrames' tells of. Got %d items."
                            .formatted(file.title(), count.get(), groups));
        }
    }

    /** The words are the reference system's. */
    private void checkStudy(List<SeriesFile> files) {
        var counts = files.stream()
                .collect(Collectors.groupingBy(
                        uid(DicomTag.STUDY_INSTANCE_UID), LinkedHashMap::new, Collectors.counting()));
        if (counts.size() == 1) {
            return;
        }
        var usual = usual(counts);
        var odd = files.stream()
                .filter(file -> !uid(DicomTag.STUDY_INSTANCE_UID).apply(file).equals(usual))
                .findFirst()
                .orElseThrow();
        var others = new LinkedHashSet<>(counts.keySet());
        var own = uid(DicomTag.STUDY_INSTANCE_UID).apply(odd);
        others.remove(own);
        add(
                FailureCode.DICOM_STUDY_INCONSISTENT,
                "The value of DICOM tag 'StudyInstanceUID' should be consistent across files in a series. Got [%s] from '%s' and [%s] from other files in the series."
                        .formatted(
                                own, odd.title(), others.stream().limit(SHOWN).collect(Collectors.joining(", "))));
    }

    /** What most files have; of several the first. */
    private static String usual(Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void checkInstances(List<SeriesFile> files) {
        var titles = new LinkedHashMap<String, String>();
        for (var file : files) {
            var uid = uid(DicomTag.SOP_INSTANCE_UID).apply(file);
            var before = titles.putIfAbsent(uid, file.title());
            if (before != null) {
                add(
                        FailureCode.DICOM_INSTANCE_REPEATED,
                        "The value of DICOM tag 'SOPInstanceUID' should be unique within a series. Got [%s] from '%s' and from '%s'."
                                .formatted(uid, before, file.title()));
            }
        }
    }

    private static Function<SeriesFile, String> uid(DicomTag tag) {
        return file -> Objects.requireNonNull(file.tags().text(tag).orElse(""));
    }

    private void addMissing(DicomTag tag, SeriesFile file) {
        add(
                FailureCode.DICOM_TAG_MISSING,
                "DICOM tag '%s' is missing or has no value in '%s'.".formatted(tag.keyword(), file.title()));
    }

    private void add(FailureCode code, String message) {
        faults.add(new Failure(code, message));
    }

    private static String shown(String value) {
        return value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
