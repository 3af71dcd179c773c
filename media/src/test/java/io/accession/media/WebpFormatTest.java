package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import org.junit.jupiter.api.Test;

class WebpFormatTest {

    private static final byte[] NONE = new byte[0];
    private static final int EXIF_FLAG = 8;

    @Test
    void lossyLosslessAndExtendedPicturesTellTheirSize() {
        Probed.image(Pictures.lossyWebp(1234, 567)).is("image/webp", 1234, 567).took(1);
        Probed.image(Pictures.losslessWebp(16_384, 1))
                .is("image/webp", 16_384, 1)
                .took(1);
        Probed.image(Pictures.extendedWebp(1 << 24, 70_000, 0, NONE))
                .is("image/webp", 1 << 24, 70_000)
                .took(1);
    }

    @Test
    void exifBehindThePixelsTurnsThePicture() {
        var exif = Pictures.exif(5, false);
        var chunks = Bytes.littleEndian()
                .text("VP8 ")
                .u32(200_001)
                .zeros(200_002)
                .text("EXIF")
                .u32(exif.length)
                .bytes(exif)
                .done();

        Probed.image(Pictures.extendedWebp(40, 30, EXIF_FLAG, chunks))
                .is("image/webp", 30, 40, 5)
                .took(2);
    }

    @Test
    void announcedExifThatIsMissingLeavesThePictureUpright() {
        Probed.image(Pictures.extendedWebp(40, 30, EXIF_FLAG, NONE)).is("image/webp", 40, 30);
    }

    @Test
    void aFrameWithoutStartCodeIsDamage() {
        var webp = Pictures.lossyWebp(1234, 567);
        webp[23] = 0;

        Probed.image(webp).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void anUnknownFirstChunkIsDamage() {
        var probed = Probed.image(Pictures.webp("ALPH", new byte[20], NONE)).fails(FailureCode.OBJECT_DAMAGED);

        assertThat(probed.message()).isEqualTo("The WebP does not begin with an image");
    }
}
