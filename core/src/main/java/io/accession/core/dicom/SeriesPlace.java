package io.accession.core.dicom;

import io.accession.core.domain.MediaFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which series a file belongs to, and where in it.
 *
 * @param description of the series, on one line
 * @param instance the number of the file in its series; the largest where it says none
 * @param position millimetres along the normal of its picture; infinite where it says none
 */
public record SeriesPlace(String seriesUid, @Nullable String description, double instance, double position) {

    /** The standard allows 64 characters for both. */
    private static final int LONGEST_UID = 128;

    private static final int LONGEST_DESCRIPTION = 256;

    /** Empty where the file names no series. */
    public static Optional<SeriesPlace> of(MediaFacts.Dicom facts) {
        var tags = DicomTags.read(facts.tagsJson());
        return tags.text(DicomTag.SERIES_INSTANCE_UID)
                .map(String::strip)
                .filter(uid -> uid.length() <= LONGEST_UID)
                .map(uid -> new SeriesPlace(uid, description(tags), instance(tags), position(tags)));
    }

    private static @Nullable String description(DicomTags tags) {
        return tags.text(DicomTag.SERIES_DESCRIPTION)
                .map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_DESCRIPTION)
                .orElse(null);
    }

    private static double instance(DicomTags tags) {
        return tags.numbers(DicomTag.INSTANCE_NUMBER).stream().findFirst().orElse(Double.POSITIVE_INFINITY);
    }

    private static double position(DicomTags tags) {
        return SeriesGeometry.place(tags).orElse(Double.POSITIVE_INFINITY);
    }
}
