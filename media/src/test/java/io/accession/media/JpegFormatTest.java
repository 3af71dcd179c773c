package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFormatTest {

    @Test
    void baselineAndProgressivePicturesTellTheirSizeInOneRead() {
        Probed.image(Pictures.encoded("jpeg", 123, 45))
                .is("image/jpeg", 123, 45)
                .took(1);
        Probed.image(Pictures.progressiveJpeg(123, 45))
                .is("image/jpeg", 123, 45)
                .took(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
    void everyKindOfFrameHasASize(int marker) {
        Probed.image(headerOnly(marker, 640, 480)).is("image/jpeg", 640, 480);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void exifTurnsThePicture(int orientation) {
        var jpeg = Pictures.encoded("jpeg", 40, 30);
        boolean upright = orientation < 5;

        for (boolean bigEndian : new boolean[] {true, false}) {
            var turned = Pictures.withExif(jpeg, Pictures.exif(orientation, bigEndian));
            Probed.image(turned).is("image/jpeg", upright ? 40 : 30, upright ? 30 : 40, orientation);
        }
    }

    @Test
    void aThumbnailInsideExifIsNotMistakenForThePicture() {
        var thumbnail = Pictures.encoded("jpeg", 16, 12);
        var exif =
                Bytes.bigEndian().bytes(Pictures.exif(6, true)).bytes(thumbnail).done();

        var probed = Pictures.withExif(Pictures.encoded("jpeg", 400, 300), exif);

        Probed.image(probed).is("image/jpeg", 300, 400, 6).took(1);
    }

    @Test
    void hugeSegmentsAreSteppedOverAndNotRead() {
        var jpeg = Pictures.encoded("jpeg", 40, 30);
        for (int i = 0; i < 40; i++) {
            jpeg = Pictures.withSegment(jpeg, 0xE2, new byte[65_000]);
        }

        var probed = Probed.image(Pictures.withExif(jpeg, Pictures.exif(8, false)));

        probed.is("image/jpeg", 30, 40, 8);
        assertThat(probed.requests()).isLessThanOrEqualTo(24);
    }

    @Test
    void fillBytesRestartMarkersAndStrayBytesAreTolerated() {
        var bytes = Bytes.bigEndian()
                .u8(0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0x01, 0xFF, 0xD3, 0x17, 0x18)
                .bytes(headerOnly(0xC2, 70, 50))
                .done();

        Probed.image(bytes).is("image/jpeg", 70, 50);
    }

    @Test
    void brokenExifLeavesThePictureUpright() {
        var broken =
                Bytes.bigEndian().text("MM").u16(42).u32(0xFFFFFFFFL).zeros(20).done();

        Probed.image(Pictures.withExif(Pictures.encoded("jpeg", 40, 30), broken))
                .is("image/jpeg", 40, 30, 1);
    }

    @Test
    void aPictureCutInsideItsHeaderIsTruncated() {
        var jpeg = headerOnly(0xC0, 70, 50);

        for (int length = 3; length < 11; length++) {
            Probed.image(java.util.Arrays.copyOf(jpeg, length)).fails(FailureCode.OBJECT_TRUNCATED);
        }
    }

    @Test
    void aPictureWithoutSizeIsDamaged() {
        Probed.image(headerOnly(0xC0, 70, 0)).fails(FailureCode.OBJECT_DAMAGED);
        Probed.image(headerOnly(0xDA, 70, 50)).fails(FailureCode.OBJECT_DAMAGED);
    }

    /** Start of image and one segment. */
    private static byte[] headerOnly(int marker, int width, int height) {
        return Bytes.bigEndian()
                .u8(0xFF, 0xD8, 0xFF, marker)
                .u16(17)
                .u8(8)
                .u16(height)
                .u16(width)
                .u8(3)
                .zeros(9)
                .u8(0xFF, 0xD9)
                .done();
    }
}
