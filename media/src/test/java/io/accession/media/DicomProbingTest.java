package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomProbingTest {

    private static final int PLANE_POSITIONS = 0x00209113;

    @ParameterizedTest
    @ValueSource(strings = {DicomWriter.IMPLICIT, DicomWriter.EXPLICIT, DicomWriter.BIG_ENDIAN, DicomWriter.DEFLATED})
    void everyEncodingGivesTheSameTags(String transferSyntax) {
        var file = DicomFiles.withPixels(DicomFiles.slice(transferSyntax, 7, -12.5))
                .file();

        var probed = Probed.as(ItemKind.DICOM_FILE, file);

        assertThat(DicomFiles.tags(probed))
                .isEqualTo(("{\"00020010\":{\"vr\":\"UI\",\"Value\":[\"" + transferSyntax + "\"]},"
                        + "\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.2.840.10008.5.1.4.1.1.2\"]},"
                        + "\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2.3.4.7\"]},"
                        + "\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]},"
                        + "\"0008103E\":{\"vr\":\"LO\",\"Value\":[\"Rings, axial\"]},"
                        + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"P-1\"]},"
                        + "\"00180050\":{\"vr\":\"DS\",\"Value\":[2.5]},"
                        + "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]},"
                        + "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"1.2.3.4\"]},"
                        + "\"00200013\":{\"vr\":\"IS\",\"Value\":[7]},"
                        + "\"00200032\":{\"vr\":\"DS\",\"Value\":[-100,-100,-12.5]},"
                        + "\"00200037\":{\"vr\":\"DS\",\"Value\":[1,0,0,0,1,0]},"
                        + "\"00280004\":{\"vr\":\"CS\",\"Value\":[\"MONOCHROME2\"]},"
                        + "\"00280010\":{\"vr\":\"US\",\"Value\":[2]},"
                        + "\"00280011\":{\"vr\":\"US\",\"Value\":[4]},"
                        + "\"00280030\":{\"vr\":\"DS\",\"Value\":[0.5,0.5]},"
                        + "\"00280100\":{\"vr\":\"US\",\"Value\":[16]},"
                        + "\"00281050\":{\"vr\":\"DS\",\"Value\":[40]},"
                        + "\"00281051\":{\"vr\":\"DS\",\"Value\":[400]}}"));
        probed.took(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {DicomWriter.IMPLICIT, DicomWriter.EXPLICIT, DicomWriter.BIG_ENDIAN})
    void filesWithoutPreambleAreReadToo(String transferSyntax) {
        var file = DicomFiles.withPixels(DicomFiles.slice(transferSyntax, 1, 0)).dataSet();

        assertThat(DicomFiles.tags(file)).startsWith("{\"00080016\"").contains("\"00281051\"");
    }

    @Test
    void theBytesAreRightWhereTheTransferSyntaxIsWrong() {
        var implicit = DicomFiles.withPixels(DicomFiles.slice(DicomWriter.IMPLICIT, 1, 0))
                .dataSet();
        var file = DicomWriter.of(DicomWriter.EXPLICIT).raw(implicit).file();

        assertThat(DicomFiles.tags(file)).contains("\"00280010\":{\"vr\":\"US\",\"Value\":[2]}");
    }

    @Test
    void encapsulatedPixelsAreNeverRead() {
        var file = Bytes.littleEndian()
                .bytes(DicomFiles.slice(DicomWriter.JPEG, 1, 0)
                        .header(0x7FE00010, "OB", 0xFFFFFFFFL)
                        .file())
                .zeros(3_000_000)
                .done();

        var probed = Probed.as(ItemKind.DICOM_FILE, file);

        assertThat(DicomFiles.tags(probed)).contains("\"00281051\"");
        assertThat(probed.bytesRead()).isEqualTo(64 * 1024);
    }

    @Test
    void whatIsLargeAndUnwantedIsJumpedOver() {
        var file = DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080018, "UI", "1.2.3")
                .text(0x00090010, "LO", "ACME")
                .bytes(0x00091001, "OB", new byte[5_000_000])
                .text(0x00100020, "LO", "P-1")
                .file();

        var probed = Probed.as(ItemKind.DICOM_FILE, file);

        assertThat(DicomFiles.tags(probed)).contains("P-1").doesNotContain("ACME", "0009");
        assertThat(probed.bytesRead()).isLessThan(130_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.1, true",
        "1.2.840.10008.1.2.1, false",
        "1.2.840.10008.1.2, true",
        "1.2.840.10008.1.2, false",
        "1.2.840.10008.1.2.2, true",
        "1.2.840.10008.1.2.2, false"
    })
    void sequencesHaveLengthsOrDelimiters(String transferSyntax, boolean defined) {
        var file = DicomWriter.of(transferSyntax).text(0x00080018, "UI", "1.2");
        var hidden = file.inside()
                .text(0x00100010, "PN", "Nobody")
                .sequence(0x00081115, defined, file.inside().text(0x00080018, "UI", "9.9"));
        var place = file.inside().text(0x00200032, "DS", "1\\2\\3").text(0x00100010, "PN", "Nobody");
        var frame = file.inside().sequence(PLANE_POSITIONS, defined, place);
        var empty = file.inside();
        file.sequence(0x00081140, defined, hidden, hidden)
                .text(0x00100020, "LO", "P-1")
                .sequence(0x52009230, defined, frame, frame, empty);

        assertThat(DicomFiles.tags(file.file()))
                .contains("P-1")
                .doesNotContain("Nobody", "9.9")
                .endsWith(
                        "\"52009230\":{\"vr\":\"SQ\",\"Value\":[%1$s,%1$s,{}]}}"
                                .formatted(
                                        "{\"00209113\":{\"vr\":\"SQ\",\"Value\":[{\"00200032\":{\"vr\":\"DS\",\"Value\":[1,2,3]}}]}}"));
    }

    @Test
    void unknownRepresentationsAreReadAsTheTagSays() {
        var items = DicomWriter.of(DicomWriter.IMPLICIT);
        items.sequence(PLANE_POSITIONS, true, items.inside().text(0x00200032, "DS", "1\\2\\3"));
        byte[] sequence = Arrays.copyOfRange(items.dataSet(), 8, items.dataSet().length);
        var file = DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080018, "UN", "1.2")
                .bytes(0x00090010, "ZZ", new byte[10])
                .bytes(0x00091001, "??", new byte[10])
                .bytes(PLANE_POSITIONS, "UN", sequence)
                .bytes(0x00280010, "UN", new byte[] {2, 0})
                .header(0x00291001, "UN", 0xFFFFFFFFL)
                .raw(DicomWriter.of(DicomWriter.IMPLICIT)
                        .tag(0xFFFEE0DD)
                        .raw(new byte[4])
                        .dataSet());

        assertThat(DicomFiles.tags(DicomFiles.withPixels(file).file()))
                .endsWith("\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},"
                        + "\"00209113\":{\"vr\":\"SQ\",\"Value\":[{\"00200032\":{\"vr\":\"DS\",\"Value\":[1,2,3]}}]},"
                        + "\"00280010\":{\"vr\":\"US\",\"Value\":[2]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ISO-8859-1, Müller",
        "'', UTF-8, Müller",
        "ISO_IR 100, ISO-8859-1, Müller",
        "ISO_IR 101, ISO-8859-2, Łódź",
        "ISO_IR 144, ISO-8859-5, Люкceмбypг",
        "ISO_IR 126, ISO-8859-7, Διονυσιος",
        "ISO_IR 192, UTF-8, 王小東",
        "GB18030, GB18030, 王小东",
        "'\\ISO 2022 IR 87', ISO-2022-JP, 山田",
        "ISO_IR 13, JIS_X0201, ﾔﾏﾀﾞ"
    })
    void textsAreInTheirCharacterSet(String term, String charset, String text) {
        var file = DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080005, "CS", term)
                .text(0x00080018, "UI", "1.2")
                .bytes(0x0008103E, "LO", text.getBytes(Charset.forName(charset)))
                .file();

        assertThat(DicomFiles.tags(file)).contains("{\"vr\":\"LO\",\"Value\":[\"" + text + "\"]}");
    }

    @Test
    void koreanIsDecodedWithoutItsEscapeSequence() {
        byte[] name = Bytes.bigEndian()
                .u8(0x1B)
                .text("$)C")
                .bytes("김".getBytes(Charset.forName("EUC-KR")))
                .done();
        var file = DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080005, "CS", "\\ISO 2022 IR 149")
                .bytes(0x0008103E, "LO", name)
                .file();

        assertThat(DicomFiles.tags(file)).contains("[\"김\"]");
    }

    @Test
    void valuesThatLieStayTexts() {
        var file = DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080018, "UI", "")
                .text(0x00180050, "DS", "thick")
                .text(0x00200013, "IS", "1\\\\x")
                .bytes(0x00280010, "US", new byte[] {1})
                .text(0x00281050, "DS", "1e5000")
                .text(0x00281051, "DS", " 400 ");

        assertThat(DicomFiles.tags(DicomFiles.withPixels(file).file()))
                .endsWith("\"00080018\":{\"vr\":\"UI\"},"
                        + "\"00180050\":{\"vr\":\"DS\",\"Value\":[\"thick\"]},"
                        + "\"00200013\":{\"vr\":\"IS\",\"Value\":[1,null,\"x\"]},"
                        + "\"00280010\":{\"vr\":\"US\"},"
                        + "\"00281050\":{\"vr\":\"DS\",\"Value\":[\"1e5000\"]},"
                        + "\"00281051\":{\"vr\":\"DS\",\"Value\":[400]}}");
    }

    @Test
    void sequencesThatAreNestedTooDeepAreDamage() {
        for (boolean defined : new boolean[] {true, false}) {
            var inner = DicomWriter.of(DicomWriter.EXPLICIT);
            for (int depth = 0; depth < 40; depth++) {
                inner = inner.inside().sequence(PLANE_POSITIONS, defined, inner);
            }
            var file = DicomWriter.of(DicomWriter.EXPLICIT)
                    .text(0x00080018, "UI", "1")
                    .raw(inner.dataSet());

            assertThat(Probed.as(ItemKind.DICOM_FILE, file.file())
                            .fails(FailureCode.OBJECT_DAMAGED)
                            .message())
                    .isEqualTo("Sequences are nested more than 32 times");
        }
    }

    @Test
    void lengthsBehindTheEndAreTruncation() {
        for (long length : new long[] {100, 0x7FFFFFFFL, 0xFFFFFFFEL}) {
            for (int tag : new int[] {0x00091001, 0x00089999, 0x52009230, 0x7FE00010}) {
                var file = DicomFiles.slice(DicomWriter.EXPLICIT, 1, 0)
                        .header(tag, tag == 0x52009230 ? "SQ" : "OB", length);
                Probed.as(ItemKind.DICOM_FILE, file.file()).fails(FailureCode.OBJECT_TRUNCATED);
            }
        }
    }

    @Test
    void anImageWithoutItsPixelsIsTruncated() {
        assertThat(Probed.as(
                                ItemKind.DICOM_FILE,
                                DicomFiles.slice(DicomWriter.EXPLICIT, 1, 0).file())
                        .fails(FailureCode.OBJECT_TRUNCATED)
                        .message())
                .isEqualTo("The object ends before the pixel data of the image it describes");
    }

    @Test
    void aDeflatedBombIsRefused() {
        byte[] bomb = DicomWriter.of(DicomWriter.DEFLATED)
                .text(0x00080018, "UI", "1")
                .bytes(0x00091001, "OB", new byte[40 << 20])
                .file();

        var probed = Probed.as(ItemKind.DICOM_FILE, bomb).fails(FailureCode.OBJECT_TOO_LARGE);

        assertThat(probed.message()).isEqualTo("The compressed header inflates to more than 16777216 bytes");
    }

    @Test
    void tagsThatTakeTooMuchAreRefused() {
        var file = DicomWriter.of(DicomWriter.EXPLICIT).text(0x00080018, "UI", "1");
        var place = file.inside().text(0x00200032, "DS", "1.000000001\\".repeat(60) + "1");
        var item = file.inside().sequence(PLANE_POSITIONS, true, place);
        var items = new DicomWriter[12_000];
        Arrays.fill(items, item);

        Probed.as(ItemKind.DICOM_FILE, file.sequence(0x52009230, true, items).file())
                .fails(FailureCode.OBJECT_TOO_LARGE);
    }

    @Test
    void somethingElseIsNamed() {
        assertThat(Probed.as(ItemKind.DICOM_FILE, "Some words.".getBytes(StandardCharsets.UTF_8))
                        .fails(FailureCode.KIND_MISMATCH)
                        .message())
                .isEqualTo("Expected a DICOM file, got a file of type text/plain");
        Probed.as(ItemKind.DICOM_FILE, new byte[200]).fails(FailureCode.KIND_MISMATCH);
    }
}
