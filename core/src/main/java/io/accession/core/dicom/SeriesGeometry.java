package io.accession.core.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whether the slices of a series make a regular volume: the checks 6 to 8 of registration-facts section 10. Millimetres. */
final class SeriesGeometry {

    private static final List<DicomTag> SPATIAL = List.of(
            DicomTag.IMAGE_POSITION, DicomTag.IMAGE_ORIENTATION, DicomTag.PIXEL_SPACING, DicomTag.SLICE_THICKNESS);

    /** So many of the gaps have to agree with their median. */
    private static final double EVEN_GAPS = 0.97;
    /** Of the median; rounding in decimal texts stays below. */
    private static final double GAP_TOLERANCE = 0.05;
    /** Slices closer than this lie in the same place, as those of several points in time do. */
    private static final double SAME_PLACE = 1e-3;

    private static final double DIRECTION_TOLERANCE = 1e-3;

    private final List<SeriesFile> files;

    SeriesGeometry(List<SeriesFile> files) {
        this.files = files;
    }

    boolean lacksSpatialTags() {
        return files.stream()
                .anyMatch(file -> !SPATIAL.stream().allMatch(tag -> file.tags().hasAnywhere(tag)));
    }

    /** Directions that are not the same in all files, or no directions at all: unit vectors at a right angle. */
    boolean hasOddOrientation() {
        var orientations = files.stream()
                .map(file -> file.tags().numbers(DicomTag.IMAGE_ORIENTATION))
                .filter(orientation -> !orientation.isEmpty())
                .toList();
        return !orientations.stream()
                .allMatch(orientation -> isSound(orientation) && isClose(orientation, orientations.getFirst()));
    }

    private static boolean isSound(List<Double> orientation) {
        if (orientation.size() != 6) {
            return false;
        }
        var row = orientation.subList(0, 3);
        var column = orientation.subList(3, 6);
        return Math.abs(dot(row, row) - 1) < 10 * DIRECTION_TOLERANCE
                && Math.abs(dot(column, column) - 1) < 10 * DIRECTION_TOLERANCE
                && Math.abs(dot(row, column)) < 10 * DIRECTION_TOLERANCE;
    }

    private static boolean isClose(List<Double> one, List<Double> other) {
        for (int i = 0; i < one.size(); i++) {
            if (i >= other.size() || Math.abs(one.get(i) - other.get(i)) > DIRECTION_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Judged along the normal of the first slice; too few slices are even. */
    boolean hasUnevenSpacing() {
        var gaps = gaps();
        if (gaps.size() < 2) {
            return false;
        }
        double median = gaps.stream().sorted().skip(gaps.size() / 2).findFirst().orElseThrow();
        long even = gaps.stream()
                .filter(gap -> Math.abs(gap - median) <= Math.max(SAME_PLACE, GAP_TOLERANCE * median))
                .count();
        return even < EVEN_GAPS * gaps.size();
    }

    private List<Double> gaps() {
        var places = places();
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < places.size(); i++) {
            double gap = places.get(i) - places.get(i - 1);
            if (gap > SAME_PLACE) {
                gaps.add(gap);
            }
        }
        return gaps;
    }

    private List<Double> places() {
        var normal = normal();
        return files.stream()
                .map(file -> file.tags().numbers(DicomTag.IMAGE_POSITION))
                .filter(position -> position.size() == 3)
                .map(position -> dot(position, normal))
                .sorted()
                .toList();
    }

    private List<Double> normal() {
        return files.stream()
                .map(file -> file.tags().numbers(DicomTag.IMAGE_ORIENTATION))
                .filter(orientation -> orientation.size() == 6)
                .findFirst()
                .map(orientation -> cross(orientation.subList(0, 3), orientation.subList(3, 6)))
                .orElse(List.of(0.0, 0.0, 1.0));
    }

    /** How far along the normal of its own directions a file lies; empty where it does not say. */
    static OptionalDouble place(DicomTags tags) {
        var position = tags.numbers(DicomTag.IMAGE_POSITION);
        var orientation = tags.numbers(DicomTag.IMAGE_ORIENTATION);
        return position.size() == 3 && orientation.size() == 6
                ? OptionalDouble.of(dot(position, cross(orientation.subList(0, 3), orientation.subList(3, 6))))
                : OptionalDouble.empty();
    }

    private static double dot(List<Double> one, List<Double> other) {
        return one.get(0) * other.get(0) + one.get(1) * other.get(1) + one.get(2) * other.get(2);
    }

    private static List<Double> cross(List<Double> a, List<Double> b) {
        return List.of(
                a.get(1) * b.get(2) - a.get(2) * b.get(1),
                a.get(2) * b.get(0) - a.get(0) * b.get(2),
                a.get(0) * b.get(1) - a.get(1) * b.get(0));
    }
}
