package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ProbeResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes of a PDF or a text, only a result comes out, within the limits of reading. */
class DamagedDocumentsTest {

    private static final int MUTATIONS = 300;
    private static final Set<FailureCode> REASONS = Set.of(
            FailureCode.OBJECT_EMPTY,
            FailureCode.OBJECT_TRUNCATED,
            FailureCode.OBJECT_DAMAGED,
            FailureCode.OBJECT_ENCRYPTED,
            FailureCode.OBJECT_TOO_LARGE,
            FailureCode.KIND_MISMATCH);

    private static final List<byte[]> PDFS = List.of(
            new PdfFile().pages(5).sound(),
            PdfFile.written(5, false),
            PdfFile.written(5, true),
            PdfFile.encrypted(2, 128, true, ""));

    private static final List<byte[]> TEXTS = List.of(
            "Größenmaße\n".repeat(30).getBytes(StandardCharsets.UTF_8),
            "Größenmaße\n".repeat(30).getBytes(StandardCharsets.UTF_16),
            "{\"a\": [1, 2]}".getBytes(StandardCharsets.UTF_8));

    @Test
    void cutAnywhere() {
        for (byte[] pdf : PDFS) {
            for (int length = 0; length < pdf.length; length += length < 100 ? 1 : 7) {
                assertOnlyAResult(ItemKind.PDF, Arrays.copyOf(pdf, length), "cut at " + length);
            }
        }
        for (byte[] text : TEXTS) {
            for (int length = 0; length < text.length; length++) {
                assertOnlyAResult(ItemKind.PLAIN_TEXT, Arrays.copyOf(text, length), "cut at " + length);
            }
        }
    }

    @Test
    void flippedAnywhere() {
        long seed = Long.getLong("accession.test.seed", System.nanoTime());
        System.out.println("DamagedDocumentsTest: -Daccession.test.seed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            var what = "seed " + seed + ", mutation " + i;
            for (byte[] pdf : PDFS) {
                assertOnlyAResult(ItemKind.PDF, mutated(pdf, random), what);
            }
            for (byte[] text : TEXTS) {
                assertOnlyAResult(ItemKind.PLAIN_TEXT, mutated(text, random), what);
            }
        }
    }

    /** Numbers of a PDF are digits: they become other digits as often as anything else. */
    private static byte[] mutated(byte[] sound, Random random) {
        var damaged = sound.clone();
        int flips = 1 + random.nextInt(6);
        for (int flip = 0; flip < flips; flip++) {
            int place = random.nextInt(damaged.length);
            boolean isDigit = damaged[place] >= '0' && damaged[place] <= '9';
            damaged[place] = isDigit ? (byte) ('0' + random.nextInt(10)) : (byte) random.nextInt();
        }
        return damaged;
    }

    private static void assertOnlyAResult(ItemKind kind, byte[] bytes, String what) {
        var probed = Probed.as(kind, bytes);

        assertThat(probed.requests()).as(what).isLessThanOrEqualTo(3);
        assertThat(probed.bytesRead()).as(what).isLessThanOrEqualTo(bytes.length);
        switch (probed.result()) {
            case ProbeResult.Probed found
            when found.facts() instanceof MediaFacts.Pdf pdf ->
                assertThat(pdf.pages()).as(what).isPositive();
            case ProbeResult.Probed found ->
                assertThat(found.facts().mimeType()).as(what).isNotEmpty();
            case ProbeResult.Unreadable unreadable ->
                assertThat(unreadable.failure().code()).as(what).isIn(REASONS);
            case ProbeResult.Unreachable _ -> throw new AssertionError(what);
        }
    }
}
