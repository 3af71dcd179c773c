package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiProbingTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothVersionsAndByteOrdersAreRead(boolean bigEndian) {
        assertThat(NiftiFiles.facts(NiftiFiles.first(bigEndian, "n+1\0", 5, 6, 7)))
                .isEqualTo(new MediaFacts.Nifti(
                        "application/x-nifti",
                        352 + 420,
                        1,
                        List.of(5L, 6L, 7L),
                        List.of(2.2, 2.2, 2.2),
                        "mm",
                        "s",
                        "int16"));
        assertThat(NiftiFiles.facts(NiftiFiles.second(bigEndian, 3, 4, 5, 6)))
                .isEqualTo(new MediaFacts.Nifti(
                        "application/x-nifti",
                        544 + 720,
                        2,
                        List.of(3L, 4L, 5L, 6L),
                        List.of(0.75, 0.75, 0.75, 0.75),
                        "mm",
                        "s",
                        "int16"));
    }

    @Test
    void ofCompressedFilesOnlyTheHeaderIsInflated() {
        var volume = NiftiFiles.compressed(NiftiFiles.first(false, "n+1\0", 30, 30, 30));

        var facts = NiftiFiles.facts(volume);

        assertThat(facts.mimeType()).isEqualTo("application/gzip");
        assertThat(facts.bytes()).isEqualTo(volume.length);
        assertThat(facts.dimensions()).containsExactly(30L, 30L, 30L);
    }

    @Test
    void aHeaderBesideItsVoxelsNeedsNoVoxels() {
        var head = Arrays.copyOf(NiftiFiles.first(false, "ni1\0", 500, 500, 500), 348);

        assertThat(NiftiFiles.facts(head).dimensions()).containsExactly(500L, 500L, 500L);
    }

    @Test
    void dimensionsThatLieAreFound() {
        fails(NiftiFiles.first(false, "n+1\0", 500, 500, 500), FailureCode.OBJECT_TRUNCATED);
        fails(NiftiFiles.first(false, "n+1\0", 5, 0, 7), FailureCode.OBJECT_DAMAGED);
        fails(NiftiFiles.first(false, "n+1\0", 5, 0xFFFF, 7), FailureCode.OBJECT_DAMAGED);
        fails(NiftiFiles.first(false, "n+1\0"), FailureCode.OBJECT_DAMAGED);
        int most = Integer.MAX_VALUE;
        fails(NiftiFiles.second(true, most, most, most, most, most, most, most), FailureCode.OBJECT_TRUNCATED);
        fails(NiftiFiles.compressed(NiftiFiles.second(true, most, most, most, most)), FailureCode.OBJECT_TRUNCATED);
    }

    @Test
    void aBombCostsNoMoreThanAHeader() {
        byte[] bomb = NiftiFiles.compressed(new byte[64 << 20]);

        var probed = Probed.as(ItemKind.NIFTI, bomb).fails(FailureCode.KIND_MISMATCH);

        assertThat(probed.requests()).isEqualTo(1);
    }

    @Test
    void brokenCompressionIsDamageAndACutFileTruncated() {
        byte[] volume = NiftiFiles.compressed(NiftiFiles.first(false, "n+1\0", 5, 6, 7));
        byte[] broken = volume.clone();
        Arrays.fill(broken, 10, 20, (byte) 0xFF);

        fails(broken, FailureCode.OBJECT_DAMAGED);
        fails(Arrays.copyOf(volume, 30), FailureCode.OBJECT_TRUNCATED);
    }

    private static void fails(byte[] file, FailureCode code) {
        Probed.as(ItemKind.NIFTI, file).fails(code);
    }
}
