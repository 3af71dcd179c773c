package io.accession.core.dicom;

import io.accession.core.domain.Failure;
import io.accession.core.domain.MediaFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one series, in the order of their entry. */
public final class DicomSeries {

    private static final String MIME_TYPE = "application/dicom";

    private final List<SeriesFile> files;

    /** {@code files} are one at least. */
    public DicomSeries(List<SeriesFile> files) {
        this.files = List.copyOf(files);
    }

    /** Why they cannot be registered as one series. */
    public Optional<Failure> failure() {
        return SeriesFaults.find(files);
    }

    /** What describes the series, where a file says so. */
    public Optional<String> description() {
        return files.stream()
                .flatMap(file -> file.tags().text(DicomTag.SERIES_DESCRIPTION).stream())
                .findFirst();
    }

    /** Of files without a failure. */
    public MediaFacts.DicomSeries facts() {
        var first = files.getFirst().tags();
        var window = GreyWindow.spanning(files);
        return new MediaFacts.DicomSeries(
                MIME_TYPE,
                files.stream().mapToLong(SeriesFile::bytes).sum(),
                files.size(),
                files.stream().mapToLong(SeriesFile::frames).sum(),
                first.text(DicomTag.STUDY_INSTANCE_UID).orElse(""),
                first.text(DicomTag.SERIES_INSTANCE_UID).orElse(""),
                first.text(DicomTag.MODALITY).orElse(null),
                first.count(DicomTag.ROWS).orElse(0),
                first.count(DicomTag.COLUMNS).orElse(0),
                window.map(GreyWindow::center).orElse(null),
                window.map(GreyWindow::width).orElse(null),
                warnings());
    }

    /** The checks 5 to 8 and 10 of registration-facts section 10, and a mixture of series. */
    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        var geometry = new SeriesGeometry(files);
        if (differs(DicomTag.SERIES_INSTANCE_UID)) {
            warnings.add("SEVERAL_DICOM_SERIES");
        }
        if (differs(DicomTag.ROWS) || differs(DicomTag.COLUMNS)) {
            warnings.add("IMAGE_SIZES_DIFFER");
        }
        if (geometry.lacksSpatialTags()) {
            warnings.add("SPATIAL_TAGS_MISSING");
        }
        if (geometry.hasUnevenSpacing()) {
            warnings.add("SLICE_SPACING_UNEVEN");
        }
        if (geometry.hasOddOrientation()) {
            warnings.add("SLICE_ORIENTATIONS_DIFFER");
        }
        if (GreyWindow.differ(files)) {
            warnings.add("WINDOWS_DIFFER");
        }
        return warnings;
    }

    private boolean differs(DicomTag tag) {
        return files.stream().map(file -> file.tags().text(tag)).distinct().count() > 1;
    }
}
