package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvifFormatTest {

    @Test
    void theSizeIsThatOfThePrimaryItem() {
        Probed.image(Avif.still(3000, 2000, 0, -1)).is("image/avif", 3000, 2000).took(1);
    }

    /** The eight pairs that libavif writes for the eight orientations of EXIF. */
    @ParameterizedTest
    @CsvSource({"1,0,-1", "2,0,1", "3,2,-1", "4,0,0", "5,1,0", "6,3,-1", "7,3,0", "8,1,-1"})
    void rotationAndMirroringTurnThePicture(int orientation, int quarters, int mirror) {
        boolean upright = orientation < 5;

        Probed.image(Avif.still(40, 30, quarters, mirror))
                .is("image/avif", upright ? 40 : 30, upright ? 30 : 40, orientation);
    }

    @Test
    void aDescriptionBehindThePixelsCostsASecondRead() {
        var bytes = Bytes.bigEndian()
                .bytes(Avif.fileType())
                .bytes(Avif.box("mdat", new byte[500_000]))
                .bytes(Avif.meta(40, 30, 0, -1))
                .done();

        Probed.image(bytes).is("image/avif", 40, 30).took(2);
        Probed.image(Arrays.copyOf(bytes, 400_000)).fails(FailureCode.OBJECT_TRUNCATED);
    }

    @Test
    void aFileWithoutDescriptionIsDamage() {
        var probed = Probed.image(Avif.fileType()).fails(FailureCode.OBJECT_DAMAGED);

        assertThat(probed.message()).isEqualTo("The file has no 'meta' box where one should be");
    }
}
