package io.accession.media;

import io.accession.core.domain.FailureCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BMP and GIF. */
class BitmapFormatsTest {

    @Test
    void encodedPicturesTellTheirSizeInOneRead() {
        Probed.image(Pictures.encoded("bmp", 123, 45)).is("image/bmp", 123, 45).took(1);
        Probed.image(Pictures.encoded("gif", 123, 45)).is("image/gif", 123, 45).took(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 40, 52, 56, 64, 108, 124})
    void everyHeaderLengthOfBmpIsKnown(int length) {
        Probed.image(bmp(length, 320, 200)).is("image/bmp", 320, 200);
    }

    @Test
    void rowsFromTopToBottomGiveANegativeHeight() {
        Probed.image(bmp(40, 320, -200)).is("image/bmp", 320, 200);
    }

    @Test
    void theFirstVersionOfOs2HasShortSides() {
        var bytes = Bytes.littleEndian()
                .text("BM")
                .zeros(12)
                .u32(12)
                .u16(60_000)
                .u16(200)
                .zeros(4)
                .done();

        Probed.image(bytes).is("image/bmp", 60_000, 200);
    }

    @Test
    void impossibleSizesAreDamage() {
        Probed.image(bmp(40, -320, 200)).fails(FailureCode.OBJECT_DAMAGED);
        Probed.image(bmp(40, 320, Integer.MIN_VALUE)).fails(FailureCode.OBJECT_DAMAGED);
        Probed.image(bmp(14, 320, 200)).fails(FailureCode.OBJECT_DAMAGED);
        Probed.image(Bytes.littleEndian().text("GIF89a").zeros(20).done()).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void picturesCutInsideTheirHeadersAreTruncated() {
        Probed.image(Arrays.copyOf(bmp(40, 320, 200), 24)).fails(FailureCode.OBJECT_TRUNCATED);
        Probed.image("GIF89a\1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .fails(FailureCode.OBJECT_TRUNCATED);
    }

    private static byte[] bmp(int headerLength, int width, int height) {
        return Bytes.littleEndian()
                .text("BM")
                .zeros(12)
                .u32(headerLength)
                .u32(width)
                .u32(height)
                .zeros(Math.min(headerLength, 200) - 12)
                .done();
    }
}
