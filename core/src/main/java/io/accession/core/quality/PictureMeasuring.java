package io.accession.core.quality;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures pictures. docs/curation.md has the formulas. */
public final class PictureMeasuring {

    private static final double WHITE = 255;

    /** Pictures of one colour, nearly, have no look of their own: their hashes would be chance. */
    private static final double LEAST_CONTRAST = 0.01;

    private PictureMeasuring() {}

    public static PictureQuality measure(SmallPicture picture) {
        var luma = picture.luma();
        double contrast = luma.deviation() / WHITE;
        return new PictureQuality(
                luma.mean() / WHITE,
                contrast,
                luma.laplacianVariance(),
                luma.blurEffect(),
                colorfulness(picture),
                hash(luma, contrast));
    }

    private static @Nullable Long hash(LumaPlane luma, double contrast) {
        return contrast < LEAST_CONTRAST ? null : PerceptualHash.of(luma);
    }

    /** Hasler and Süsstrunk: Measuring colourfulness in natural images, 2003. */
    private static double colorfulness(SmallPicture picture) {
        IntToDoubleFunction redGreen = pixel -> picture.red(pixel) - picture.green(pixel);
        IntToDoubleFunction yellowBlue =
                pixel -> (picture.red(pixel) + picture.green(pixel)) / 2.0 - picture.blue(pixel);
        double meanRedGreen = mean(picture, redGreen);
        double meanYellowBlue = mean(picture, yellowBlue);
        double variances = variance(picture, redGreen, meanRedGreen) + variance(picture, yellowBlue, meanYellowBlue);
        return Math.sqrt(variances) + 0.3 * Math.hypot(meanRedGreen, meanYellowBlue);
    }

    private static double mean(SmallPicture picture, IntToDoubleFunction value) {
        return IntStream.range(0, picture.count()).mapToDouble(value).average().orElse(0);
    }

    private static double variance(SmallPicture picture, IntToDoubleFunction value, double mean) {
        return mean(picture, pixel -> Math.pow(value.applyAsDouble(pixel) - mean, 2));
    }
}
