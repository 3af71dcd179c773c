package io.accession.catalog;

import io.accession.core.domain.MediaFacts;
import org.jspecify.annotations.Nullable;

/** What of media facts has a column of its own, besides MIME type and bytes. */
record FactColumns(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double durationSeconds) {

    private static final FactColumns NONE = new FactColumns(null, null, null);

    static FactColumns of(MediaFacts facts) {
        return switch (facts) {
            case MediaFacts.Image image -> new FactColumns(image.width(), image.height(), null);
            case MediaFacts.Video video -> new FactColumns(video.width(), video.height(), video.durationSeconds());
            case MediaFacts.Audio audio -> new FactColumns(null, null, audio.durationSeconds());
            case MediaFacts.DicomSeries series -> new FactColumns(series.columns(), series.rows(), null);
            case MediaFacts.Pdf _, MediaFacts.Text _, MediaFacts.Dicom _, MediaFacts.Nifti _ -> NONE;
        };
    }
}
