package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void fractionsThatFitAreReduced() {
        assertThat(Ratio.nearest(60_000, 2_002)).isEqualTo(new Ratio(30_000, 1_001));
        assertThat(Ratio.nearest(12_800L * 1_080_000, 512L * 1_080_000)).isEqualTo(new Ratio(25, 1));
        assertThat(Ratio.nearest(1, Integer.MAX_VALUE)).isEqualTo(new Ratio(1, Integer.MAX_VALUE));
    }

    @Test
    void largerOnesBecomeTheirNearestNeighbour() {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long numerator = 1_000_000_000_000L + random.nextLong(1_000_000_000_000L);
            long denominator = 1_000_000_000L + random.nextLong(1_000_000_000_000L);

            var nearest = Ratio.nearest(numerator, denominator);

            assertThat(nearest.numerator()).isBetween(1L, (long) Integer.MAX_VALUE);
            assertThat(nearest.denominator()).isBetween(1L, (long) Integer.MAX_VALUE);
            assertThat(divided(nearest.numerator(), nearest.denominator()))
                    .isCloseTo(divided(numerator, denominator), withinPercentage(0.000001));
        }
    }

    private static BigDecimal divided(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64);
    }
}
