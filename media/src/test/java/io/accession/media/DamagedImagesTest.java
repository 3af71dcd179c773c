package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ProbeResult;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes of an image, only a result comes out, within the limits of reading. */
class DamagedImagesTest {

    private static final int MUTATIONS = 3000;
    private static final Set<FailureCode> REASONS = Set.of(
            FailureCode.OBJECT_EMPTY,
            FailureCode.OBJECT_TRUNCATED,
            FailureCode.OBJECT_DAMAGED,
            FailureCode.KIND_MISMATCH,
            FailureCode.PROBE_NOT_SUPPORTED);

    private static final List<byte[]> SOUND = List.of(
            Pictures.withExif(Pictures.encoded("jpeg", 40, 30), Pictures.exif(6, true)),
            Pictures.progressiveJpeg(40, 30),
            Pictures.png(64, 32, Pictures.pngChunk("eXIf", Pictures.exif(6, false))),
            Pictures.encoded("gif", 40, 30),
            Pictures.encoded("bmp", 20, 10),
            Pictures.lossyWebp(40, 30),
            Pictures.losslessWebp(40, 30),
            Pictures.extendedWebp(40, 30, 8, Pictures.exif(3, true)),
            Pictures.tiff(true, false, 100, 40, 30, 6),
            Pictures.tiff(false, true, 100, 40, 30, 6),
            Avif.still(40, 30, 1, 0));

    @Test
    void cutAnywhere() {
        for (byte[] image : SOUND) {
            for (int length = 0; length < Math.min(image.length, 2000); length++) {
                assertOnlyAResult(Arrays.copyOf(image, length), "cut at " + length);
            }
        }
    }

    @Test
    void flippedAnywhere() {
        long seed = Long.getLong("accession.test.seed", System.nanoTime());
        System.out.println("DamagedImagesTest: -Daccession.test.seed=" + seed);
        var random = new Random(seed);
        for (byte[] image : SOUND) {
            for (int i = 0; i < MUTATIONS; i++) {
                var damaged = image.clone();
                int flips = 1 + random.nextInt(6);
                for (int flip = 0; flip < flips; flip++) {
                    int place = random.nextInt(Math.min(damaged.length, 300));
                    damaged[place] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xFF;
                }
                assertOnlyAResult(damaged, "seed " + seed + ", mutation " + i);
            }
        }
    }

    private static void assertOnlyAResult(byte[] bytes, String what) {
        var probed = Probed.image(bytes);

        assertThat(probed.requests()).as(what).isLessThanOrEqualTo(24);
        assertThat(probed.bytesRead()).as(what).isLessThanOrEqualTo(8 << 20);
        switch (probed.result()) {
            case ProbeResult.Probed _ ->
                assertThat(probed.facts().width()).as(what).isPositive();
            case ProbeResult.Unreadable unreadable ->
                assertThat(unreadable.failure().code()).as(what).isIn(REASONS);
            case ProbeResult.Unreachable _ -> throw new AssertionError(what);
        }
    }
}
