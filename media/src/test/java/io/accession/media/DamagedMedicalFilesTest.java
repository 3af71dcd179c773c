package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.media.ProbeResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes of DICOM and NIfTI files, only a result comes out, within the limits of reading. */
class DamagedMedicalFilesTest {

    private static final int MUTATIONS = 4000;
    private static final Set<FailureCode> REASONS = Set.of(
            FailureCode.OBJECT_EMPTY,
            FailureCode.OBJECT_TRUNCATED,
            FailureCode.OBJECT_DAMAGED,
            FailureCode.OBJECT_TOO_LARGE,
            FailureCode.KIND_MISMATCH);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sound(ItemKind kind, byte[] bytes) {}

    private static final List<Sound> SOUND = List.of(
            dicom(DicomWriter.IMPLICIT, true),
            dicom(DicomWriter.EXPLICIT, false),
            dicom(DicomWriter.BIG_ENDIAN, true),
            dicom(DicomWriter.DEFLATED, false),
            new Sound(ItemKind.NIFTI, NiftiFiles.first(true, "n+1\0", 5, 6, 7)),
            new Sound(ItemKind.NIFTI, NiftiFiles.second(false, 5, 6, 7)),
            new Sound(ItemKind.NIFTI, NiftiFiles.compressed(NiftiFiles.first(false, "n+1\0", 5, 6, 7))));

    private static Sound dicom(String transferSyntax, boolean defined) {
        var file = DicomFiles.slice(transferSyntax, 1, 0);
        var place = file.inside().text(0x00200032, "DS", "1\\2\\3");
        var frame = file.inside().sequence(0x00209113, defined, place);
        file.sequence(0x00400555, defined, place, frame).sequence(0x52009230, defined, frame, frame);
        return new Sound(ItemKind.DICOM_FILE, DicomFiles.withPixels(file).file());
    }

    @Test
    void cutAnywhere() {
        for (var sound : SOUND) {
            for (int length = 0; length < sound.bytes().length; length++) {
                var result = assertOnlyAResult(sound.kind(), Arrays.copyOf(sound.bytes(), length), "cut at " + length);
                if (length < 40) {
                    assertThat(result).as("cut at " + length).isInstanceOf(ProbeResult.Unreadable.class);
                }
            }
        }
    }

    @Test
    void changedAnywhere() {
        long seed = Long.getLong("accession.test.seed", System.nanoTime());
        System.out.println("DamagedMedicalFilesTest: -Daccession.test.seed=" + seed);
        var random = new Random(seed);
        for (var sound : SOUND) {
            for (int i = 0; i < MUTATIONS; i++) {
                assertOnlyAResult(sound.kind(), mutated(sound.bytes(), random), "seed " + seed + ", mutation " + i);
            }
        }
    }

    /** Flips bytes, drops, doubles and swaps pieces, and writes lengths that lie. */
    private static byte[] mutated(byte[] bytes, Random random) {
        var damaged = new ArrayList<Byte>();
        for (byte one : bytes) {
            damaged.add(one);
        }
        for (int change = random.nextInt(5); change >= 0; change--) {
            int place = random.nextInt(Math.max(1, damaged.size() - 16));
            int length = 1 + random.nextInt(Math.min(16, damaged.size() - place));
            var piece = damaged.subList(place, place + length);
            switch (random.nextInt(5)) {
                case 0 -> damaged.set(place, (byte) random.nextInt());
                case 1 -> damaged.set(place, random.nextBoolean() ? (byte) 0xFF : (byte) 0);
                case 2 -> damaged.addAll(random.nextInt(damaged.size()), List.copyOf(piece));
                case 3 -> piece.replaceAll(old -> (byte) (random.nextInt(8) == 0 ? 0xFE : 0xFF));
                default -> {
                    if (damaged.size() > 64) {
                        piece.clear();
                    }
                }
            }
        }
        byte[] mutated = new byte[damaged.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = damaged.get(i);
        }
        return mutated;
    }

    private static ProbeResult assertOnlyAResult(ItemKind kind, byte[] bytes, String what) {
        var probed = Probed.as(kind, bytes);

        assertThat(probed.requests()).as(what).isLessThanOrEqualTo(60);
        assertThat(probed.bytesRead()).as(what).isLessThanOrEqualTo(16 << 20);
        if (probed.result() instanceof ProbeResult.Unreadable unreadable) {
            assertThat(unreadable.failure().code()).as(what).isIn(REASONS);
        } else {
            assertThat(probed.result()).as(what).isInstanceOf(ProbeResult.Probed.class);
        }
        return probed.result();
    }
}
