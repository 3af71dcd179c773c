package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfProbingTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSmallPdfTakesOneRequest(boolean compressed) {
        byte[] pdf = PdfFile.written(7, compressed);

        var probed = probe(pdf);

        assertThat(probed.pdf()).isEqualTo(new MediaFacts.Pdf("application/pdf", pdf.length, 7));
        probed.took(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLargePdfTakesFewRequests(boolean atEnd) {
        var file = new PdfFile();
        if (!atEnd) {
            file.pages(500);
        }
        for (int i = 0; i < 500; i++) {
            file.stream(1000 + i, "", new byte[10_000]);
        }
        if (atEnd) {
            file.pages(500);
        }

        var probed = probe(file.sound());

        assertThat(probed.pdf().pages()).isEqualTo(500);
        assertThat(probed.requests()).isLessThanOrEqualTo(7);
        assertThat(probed.bytesRead()).isLessThan(300_000);
    }

    @Test
    void aTreeOfTreesIsCounted() {
        var file = new PdfFile()
                .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                .object(2, "<</Type /Pages /Count 3 /Kids [3 0 R 4 0 R]>>")
                .object(3, "<</Type /Pages /Count 2 /Parent 2 0 R /Kids [5 0 R 6 0 R]>>")
                .object(4, "<</Type /Page /Parent 2 0 R>>")
                .object(5, "<</Type /Page /Parent 3 0 R>>")
                .object(6, "<</Type /Page /Parent 3 0 R>>");

        assertThat(probe(file.sound()).pdf().pages()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 2_000_000_000})
    void aCountThatLiesIsCountedAgain(int told) {
        assertThat(probe(new PdfFile().tree(told, 5).sound()).pdf().pages()).isEqualTo(5);
    }

    @Test
    void aPageThatWasAddedLaterCounts() {
        var file = new PdfFile().pages(2);
        file.table("/Root 1 0 R");
        int before = new String(file.done(), StandardCharsets.ISO_8859_1).indexOf("\nxref") + 1;
        file.object(2, "<</Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R]>>")
                .object(5, "<</Type /Page /Parent 2 0 R>>")
                .table("/Root 1 0 R /Prev " + before);

        assertThat(probe(file.done()).pdf().pages()).isEqualTo(3);
    }

    @Test
    void tablesOfBothKindsInOneFileAreJoined() {
        byte[] objects = "2 0 3 49 <</Type /Pages /Count 1 /Kids [3 0 R]            >><</Type /Page /Parent 2 0 R>>"
                .getBytes(StandardCharsets.US_ASCII);
        int first = 9;
        var file = new PdfFile().object(1, "<</Type /Catalog /Pages 2 0 R>>");
        file.stream(10, "/Type /ObjStm /N 2 /First " + first, objects);
        int table = file.at();
        byte[] entries =
                Bytes.bigEndian().u8(2).u16(10).u8(0).u8(2).u16(10).u8(1).done();
        file.stream(11, "/Type /XRef /Size 12 /W [1 2 1] /Index [2 2]", entries);

        var pdf = file.table("/Root 1 0 R /XRefStm " + table).done();

        assertThat(probe(pdf).pdf().pages()).isEqualTo(1);
    }

    @Test
    void aTableAtAnotherPlaceThanToldIsFound() {
        var text = new String(new PdfFile().pages(4).sound(), StandardCharsets.ISO_8859_1);
        var wrong = text.replaceFirst("startxref\n\\d+", "startxref\n17");
        var shifted = "junk in front\n" + text;

        assertThat(probe(bytes(wrong)).pdf().pages()).isEqualTo(4);
        assertThat(probe(bytes(shifted)).pdf().pages()).isEqualTo(4);
    }

    @Test
    void aPdfThatMissesPagesIsNotRepaired() {
        var text = new String(new PdfFile().pages(4).sound(), StandardCharsets.ISO_8859_1)
                .replaceFirst("startxref\n\\d+", "startxref\n17")
                .replace("5 0 obj", "5 0 xxx");

        probe(bytes(text)).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void aPdfThatWasCutIsTruncated() {
        byte[] pdf = PdfFile.written(30, false);
        for (int length = 20; length < pdf.length - 10; length += 97) {
            probe(Arrays.copyOf(pdf, length)).fails(FailureCode.OBJECT_TRUNCATED);
        }
    }

    @ParameterizedTest
    @CsvSource({"40, false", "128, false", "128, true", "256, true"})
    void aPdfThatOpensWithoutAPasswordIsCounted(int keyLength, boolean aes) {
        byte[] pdf = PdfFile.encrypted(3, keyLength, aes, "");

        assertThat(probe(pdf).pdf().pages()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"40, false", "128, true", "256, true"})
    void aPdfThatNeedsAPasswordIsEncrypted(int keyLength, boolean aes) {
        var probed = probe(PdfFile.encrypted(3, keyLength, aes, "secret")).fails(FailureCode.OBJECT_ENCRYPTED);

        assertThat(probed.message())
                .isEqualTo("The PDF is encrypted and opens with a password or a certificate only; supply pdfMetadata");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPdfForTheHoldersOfCertificatesIsEncrypted(boolean broken) {
        var file = new PdfFile()
                .pages(1)
                .object(8, "<</Title (Words)>>")
                .object(9, "<</Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5>>");
        var text =
                new String(file.table("/Root 1 0 R /Encrypt 9 0 R /Info 8 0 R").done(), StandardCharsets.ISO_8859_1);

        probe(bytes(broken ? text.replace("\nxref", "\nxxxx") : text)).fails(FailureCode.OBJECT_ENCRYPTED);
    }

    @Test
    void circlesInTheTreeEnd() {
        var file = new PdfFile()
                .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                .object(2, "<</Type /Pages /Kids [2 0 R 3 0 R 4 0 R]>>")
                .object(3, "<</Type /Pages /Kids [2 0 R 3 0 R]>>")
                .object(4, "<</Type /Page>>");

        assertThat(probe(file.sound()).pdf().pages()).isEqualTo(1);
        probe(new PdfFile()
                        .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                        .object(2, "<</Type /Pages /Count 5 /Kids [2 0 R]>>")
                        .sound())
                .fails(FailureCode.OBJECT_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/W [1 4 2] /Index [0 40000000]",
                "/W [1 4 2] /Index [0 40000000] /First 1",
                "/W [0 0 0] /Index [0 2000000000]",
                "/W [1 0 0] /Index [0 2000000000]"
            })
    void aTableThatUnpacksWithoutEndIsTooLarge(String table) {
        byte[] packed = PdfFile.deflated(repeated(20 << 20, (byte) 1));

        var probed = probe(xrefStream("/Filter /FlateDecode " + table, packed));

        probed.fails(FailureCode.OBJECT_TOO_LARGE);
        assertThat(probed.bytesRead()).isLessThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode /DecodeParms <</Predictor 2 /Columns 0>>",
                "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>",
                "/Filter [/FlateDecode] /DecodeParms [<</Predictor 12 /Columns -1>>]",
                "/Filter /DCTDecode",
                "/Filter /JPXDecode",
                "/Filter [/ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode]"
            })
    void aTableThatIsPackedToDoHarmIsNotUsed(String packing) {
        byte[] pdf = xrefStream(packing + " /W [1 2 1]", PdfFile.deflated(new byte[1000]));

        assertThat(probe(pdf).pdf().pages()).isEqualTo(1);
    }

    @Test
    void objectsThatUnpackWithoutEndAreTooLarge() {
        var objects = ("1 0 " + "[]".repeat(4 << 20)).getBytes(StandardCharsets.US_ASCII);
        var file =
                new PdfFile().stream(10, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PdfFile.deflated(objects));
        int table = file.at();
        file.stream(
                11,
                "/Type /XRef /Size 12 /W [1 2 1] /Index [1 1 10 1] /Root 1 0 R",
                Bytes.bigEndian().u8(2).u16(10).u8(0).u8(1).u16(15).u8(0).done());

        probe(file.raw("startxref\n" + table + "\n%%EOF\n").done()).fails(FailureCode.OBJECT_TOO_LARGE);
    }

    @Test
    void aMillionObjectsAreTooLarge() {
        var file = new PdfFile().pages(1);
        int table = file.at();
        file.raw("xref\n0 1000000\n");
        var line = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            line.append(String.format(Locale.ROOT, "%010d 00000 n \n", i + 1));
        }
        file.raw(line.toString()).raw("trailer\n<</Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");

        var probed = probe(file.done()).fails(FailureCode.OBJECT_TOO_LARGE);

        assertThat(probed.bytesRead()).isLessThanOrEqualTo(16 << 20);
        assertThat(probed.requests()).isLessThanOrEqualTo(64);
    }

    @Test
    void manyObjectsAreFine() {
        var file = new PdfFile().pages(1);
        for (int i = 0; i < 50_000; i++) {
            file.object(100 + i, "0");
        }

        assertThat(probe(file.sound()).pdf().pages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<</A "})
    void nestingWithoutEndIsDamage(String nested) {
        var file = new PdfFile().object(1, "<</Type /Catalog /Pages 2 0 R /Deep " + nested.repeat(100_000));

        probe(file.sound()).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void aPdfWithoutPagesIsDamaged() {
        probe(new PdfFile().pages(0).sound()).fails(FailureCode.OBJECT_DAMAGED);
        probe(new PdfFile().object(1, "<</Type /Catalog>>").sound()).fails(FailureCode.OBJECT_DAMAGED);
        probe(bytes("%PDF-1.7\nand nothing else\n%%EOF\n")).fails(FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void aPdfElsewhereIsNamed() {
        byte[] pdf = PdfFile.written(1, false);

        assertThat(Probed.image(pdf).fails(FailureCode.KIND_MISMATCH).message())
                .isEqualTo("Expected an image, got a file of type application/pdf");
        assertThat(probe(bytes("<html><body>404</body></html>"))
                        .fails(FailureCode.KIND_MISMATCH)
                        .message())
                .isEqualTo("Expected a PDF, got a file of type text/html");
        assertThat(probe(new byte[200]).fails(FailureCode.KIND_MISMATCH).message())
                .isEqualTo("Expected a PDF, got a file of type application/octet-stream");
    }

    private static byte[] xrefStream(String dictionary, byte[] packed) {
        var file = new PdfFile().pages(1);
        int table = file.at();
        return file.stream(11, "/Type /XRef /Root 1 0 R " + dictionary, packed)
                .raw("startxref\n" + table + "\n%%EOF\n")
                .done();
    }

    private static byte[] repeated(int count, byte value) {
        var bytes = new byte[count];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Probed probe(byte[] bytes) {
        return Probed.as(ItemKind.PDF, bytes);
    }
}
