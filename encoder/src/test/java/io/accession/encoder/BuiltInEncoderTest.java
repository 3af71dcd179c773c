package io.accession.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.embedding.TextEncoder;
import io.accession.core.embedding.TextModels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class BuiltInEncoderTest {

    private static final TextEncoder ENCODER =
            ServiceLoader.load(TextModels.class).findFirst().orElseThrow().builtIn();

    private static float[] vector(String text) {
        return switch (ENCODER.encode(List.of(text))) {
            case TextEncoder.Outcome.Encoded(var vectors) -> vectors.getFirst();
            case TextEncoder.Outcome.Failed(var reason) -> throw new AssertionError(reason);
        };
    }

    private static double cosine(String one, String other) {
        var first = vector(one);
        var second = vector(other);
        double cosine = 0;
        for (int i = 0; i < first.length; i++) {
            cosine += first[i] * second[i];
        }
        return cosine;
    }

    private static List<String> nearest(String text, String... among) {
        return Arrays.stream(among)
                .sorted(Comparator.comparingDouble((String other) -> cosine(text, other))
                        .reversed())
                .toList();
    }

    @Test
    void whatMeansTheSameIsNearestWhateverItsWords() {
        assertThat(nearest("automobile", "a banana on a plate", "a red car at dusk", "minutes of the annual meeting"))
                .first()
                .isEqualTo("a red car at dusk");
        assertThat(nearest(
                        "invoice from a supplier", "Rechnung", "bill to be paid for goods", "pedestrians in the rain"))
                .first()
                .isEqualTo("bill to be paid for goods");
        assertThat(nearest("somebody riding a bicycle", "truck_04.jpg", "cyclist-at-crossing.jpg", "empty street"))
                .first()
                .isEqualTo("cyclist-at-crossing.jpg");
    }

    @Test
    void vectorsHaveLengthOneAndDoNotDependOnTheirCompany() {
        var together = (TextEncoder.Outcome.Encoded) ENCODER.encode(List.of("a car", "x ".repeat(300), ""));

        assertThat(together.vectors()).allSatisfy(vector -> {
            assertThat(vector).hasSize(TextModels.BUILT_IN_DIMENSIONS);
            assertThat(cosineOf(vector, vector)).isBetween(0.9999, 1.0001);
        });
        assertThat(together.vectors().getFirst()).containsExactly(vector("a car"));
    }

    private static double cosineOf(float[] one, float[] other) {
        double cosine = 0;
        for (int i = 0; i < one.length; i++) {
            cosine += one[i] * other[i];
        }
        return cosine;
    }

    @Test
    void whatStandsLateInALongTextCountsToo() {
        var start = "The weather was mild and the streets were empty. ".repeat(40);

        assertThat(cosine("violin concert", start + "A violin concert was played by the orchestra. ".repeat(40)))
                .isGreaterThan(cosine("violin concert", start) + 0.1);
    }
}
