package io.accession.core.quality;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on a picture that was made small. docs/curation.md has the formulas.
 *
 * @param brightness 0 for black to 1 for white
 * @param contrast 0 to 0.5
 * @param sharpness 0 for a picture of one colour; no upper bound
 * @param blur 0 for sharp edges to 1 for none
 * @param colorfulness 0 for grey; vivid pictures have about 100
 * @param perceptualHash 64 bits, of which pictures that look the same share most; null where there is too little contrast to tell
 */
public record PictureQuality(
        double brightness,
        double contrast,
        double sharpness,
        double blur,
        double colorfulness,
        @Nullable Long perceptualHash) {

    public PictureQuality {
        if (!DoubleStream.of(brightness, contrast, sharpness, blur, colorfulness)
                .allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("metrics are finite");
        }
    }
}
