package io.accession.core.dicom;

import java.util.List;
import java.util.Optional;

/** Which values are shown between black and white. */
record GreyWindow(double center, double width) {

    /** The first window of a file. */
    private static Optional<GreyWindow> of(SeriesFile file) {
        var centers = file.tags().numbers(DicomTag.WINDOW_CENTER);
        var widths = file.tags().numbers(DicomTag.WINDOW_WIDTH);
        return centers.isEmpty() || widths.isEmpty() || widths.getFirst() <= 0
                ? Optional.empty()
                : Optional.of(new GreyWindow(centers.getFirst(), widths.getFirst()));
    }

    /** Whether some files have another window than others, or none while others have one. */
    static boolean differ(List<SeriesFile> files) {
        return files.stream().map(GreyWindow::of).distinct().count() > 1;
    }

    /** The smallest window that has those of all files in it. */
    static Optional<GreyWindow> spanning(List<SeriesFile> files) {
        return files.stream().flatMap(file -> of(file).stream()).reduce(GreyWindow::and);
    }

    private GreyWindow and(GreyWindow other) {
        double least = Math.min(center - width / 2, other.center - other.width / 2);
        double most = Math.max(center + width / 2, other.center + other.width / 2);
        return new GreyWindow((least + most) / 2, most - least);
    }
}
