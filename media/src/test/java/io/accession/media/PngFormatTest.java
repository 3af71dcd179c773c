package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PngFormatTest {

    private static final byte[] NONE = new byte[0];

    @Test
    void encodedPicturesTellTheirSizeInOneRead() {
        Probed.image(Pictures.encoded("png", 123, 45)).is("image/png", 123, 45).took(1);
    }

    @Test
    void anAnimatedPngIsAPng() {
        var control = Pictures.pngChunk("acTL", Bytes.bigEndian().u32(2).u32(0).done());

        Probed.image(Pictures.png(64, 32, control)).is("image/png", 64, 32);
    }

    @Test
    void exifTurnsThePicture() {
        var profile = Pictures.pngChunk("iCCP", new byte[3000]);
        var exif = Pictures.pngChunk("eXIf", Pictures.exif(6, true));
        var chunks = Bytes.bigEndian().bytes(profile).bytes(exif).done();

        Probed.image(Pictures.png(64, 32, chunks)).is("image/png", 32, 64, 6).took(1);
    }

    @Test
    void sizesThatNobodyCanShowAreStillSizes() {
        var pixels = Pictures.pngChunk("IDAT", new byte[2_000_000]);

        Probed.image(Pictures.png(25_000, 25_000, pixels)).is("image/png", 25_000, 25_000);
        Probed.image(Pictures.png(600_000_000, 1, pixels)).is("image/png", 600_000_000, 1);
    }

    @Test
    void aFileThatCannotHoldItsPixelsIsTruncated() {
        var probed = Probed.image(Pictures.png(100_000, 100_000, NONE)).fails(FailureCode.OBJECT_TRUNCATED);

        assertThat(probed.message()).isEqualTo("The PNG is too short to hold its 100000 × 100000 pixels");
        Probed.image(Pictures.png(Integer.MAX_VALUE, Integer.MAX_VALUE, NONE)).fails(FailureCode.OBJECT_TRUNCATED);
    }

    @Test
    void impossibleSizesAreDamage() {
        Probed.image(Pictures.png(0, 10, NONE)).fails(FailureCode.OBJECT_DAMAGED);
        Probed.image(Pictures.png(10, 0xFFFFFFFFL, NONE)).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void aFlippedBitInTheHeaderIsDamage() {
        var png = Pictures.png(64, 32, NONE);
        png[19] ^= 1;

        var probed = Probed.image(png).fails(FailureCode.OBJECT_DAMAGED);

        assertThat(probed.message()).isEqualTo("The checksum of the PNG's header is wrong");
    }

    @Test
    void aPictureCutInsideItsHeaderIsTruncated() {
        var png = Pictures.png(64, 32, NONE);

        for (int length = 1; length < 33; length++) {
            Probed.image(Arrays.copyOf(png, length)).fails(FailureCode.OBJECT_TRUNCATED);
        }
    }
}
