package io.accession.media;

import io.accession.core.domain.FailureCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffFormatTest {

    @Test
    void encodedPicturesTellTheirSize() {
        Probed.image(Pictures.encoded("tiff", 123, 45))
                .is("image/tiff", 123, 45)
                .took(1);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void bothByteOrdersClassicAndBig(boolean bigEndian, boolean big) {
        Probed.image(Pictures.tiff(bigEndian, big, 0, 70_000, 500, 1))
                .is("image/tiff", 70_000, 500)
                .took(1);
        Probed.image(Pictures.tiff(bigEndian, big, 0, 70_000, 500, 8)).is("image/tiff", 500, 70_000, 8);
    }

    @Test
    void aDirectoryAtTheEndCostsASecondReadAndNotTheWholeFile() {
        Probed.image(Pictures.tiff(false, false, 3_000_000, 640, 480, 1))
                .is("image/tiff", 640, 480)
                .took(2);
        Probed.image(Pictures.tiff(true, true, 3_000_000, 640, 480, 1))
                .is("image/tiff", 640, 480)
                .took(2);
    }

    @Test
    void aDirectoryBehindTheEndMeansTruncation() {
        var tiff = Pictures.tiff(false, false, 3_000_000, 640, 480, 1);

        Probed.image(Arrays.copyOf(tiff, 2_000_000)).fails(FailureCode.OBJECT_TRUNCATED);
    }

    @Test
    void aDirectoryWithoutASizeIsDamage() {
        var noEntries = Bytes.littleEndian().text("II").u16(42).u32(8).u16(0).zeros(8);

        Probed.image(noEntries.done()).fails(FailureCode.OBJECT_DAMAGED);
    }
}
