package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our readers against ImageIO with TwelveMonkeys, over pictures of many sizes. */
class ImageOracleTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void sizesAgreeWithAnIndependentDecoder(String format) throws IOException {
        for (int i = 0; i < 12; i++) {
            var bytes = Pictures.encoded(format, 1 + 97 * i, 1 + 61 * (i % 5));

            var decoded = ImageIO.read(new ByteArrayInputStream(bytes));

            var facts = Probed.image(bytes).facts();
            assertThat(facts.width()).isEqualTo(decoded.getWidth());
            assertThat(facts.height()).isEqualTo(decoded.getHeight());
        }
    }
}
