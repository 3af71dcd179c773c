package io.accession.core.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.MediaFacts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeriesPlaceTest {

    private static Optional<SeriesPlace> place(Tags tags) {
        return SeriesPlace.of(new MediaFacts.Dicom("application/dicom", 100, tags.json()));
    }

    @Test
    void aFileTellsItsSeriesAndItsPlaceThere() {
        var slice = Tags.slice(7, -2.5).with("00200013", "12");

        assertThat(place(slice)).contains(new SeriesPlace("1.2.3.4", "Rings, axial", 12, -2.5));
    }

    @Test
    void whatAFileDoesNotTellComesLast() {
        var slice = Tags.slice(7, 0).without("0008103E").without("00200037").with("00200013", "\"x\"");

        assertThat(place(slice))
                .contains(new SeriesPlace("1.2.3.4", null, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void aDescriptionIsOneLineAndNoBook() {
        assertThat(place(Tags.slice(1, 0).with("0008103E", "\" Head\\r\\n  neck \"")))
                .map(SeriesPlace::description)
                .contains("Head neck");
        assertThat(place(Tags.slice(1, 0).with("0008103E", "\"" + "x".repeat(300) + "\"")))
                .map(SeriesPlace::description)
                .isEmpty();
    }

    @Test
    void aFileWithoutASeriesHasNoPlace() {
        assertThat(place(Tags.slice(1, 0).without("0020000E"))).isEmpty();
        assertThat(place(Tags.slice(1, 0).with("0020000E", "\"" + "1".repeat(200) + "\"")))
                .isEmpty();
    }
}
