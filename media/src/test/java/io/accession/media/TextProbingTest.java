package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextProbingTest {

    private static final String WORDS = "Größenmaße sind naïve Wörter: \"façade\".\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.txt | Some words. | text/plain",
                "a/b/README | Some words. | text/plain",
                "README.md | <p align='center'>Title</p> | text/markdown",
                "page.HTML | <p>No type</p> | text/html",
                "page.htm | '<!DOCTYPE html><p>' | text/html",
                "feed.xml | <feed></feed> | application/xml",
                "page.xhtml | '<?xml version=\"1.0\"?><html/>' | application/xhtml+xml",
                "data.json | {} | application/json",
                "lines.jsonl | '{\"a\": 1}' | application/x-ndjson",
                "table.csv | 'a,b' | text/csv",
                "table.tsv | 'a b' | text/tab-separated-values",
                "settings.yaml | 'a: 1' | application/yaml",
                "server.log | '[2026-01-01] started' | text/plain",
                "guide.rst | 'Title =====' | text/x-rst",
                "drawing | '<svg xmlns=\"x\"></svg>' | image/svg+xml",
                "noname | '{\"a\": 1}' | application/json",
                "noname | '[1, 2]' | application/json",
                "noname | '[1] A footnote' | text/plain",
                "noname | '{\\rtf1 words}' | text/plain",
                "error.csv | '<!doctype html><title>Not found</title>' | text/html",
                "page.php?id=7 | words | text/plain"
            })
    void theTypeIsThatOfABeginningThatIsCertainThenOfTheName(String key, String content, String mimeType) {
        var probed = Probed.as(ItemKind.PLAIN_TEXT, key, content.getBytes(StandardCharsets.UTF_8));

        assertThat(probed.text()).isEqualTo(new MediaFacts.Text(mimeType, content.length(), "UTF-8"));
        probed.took(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "UTF-16, UTF-16BE",
        "UTF-32, ",
        "ISO-8859-1, ISO-8859-1",
        "windows-1252, ISO-8859-1"
    })
    void theCharsetIsFoundWithoutAMark(String encoding, String charset) {
        byte[] bytes = WORDS.repeat(20).getBytes(Charset.forName(encoding));

        var probed = Probed.as(ItemKind.PLAIN_TEXT, bytes);

        if (charset == null) {
            probed.fails(FailureCode.KIND_MISMATCH);
        } else {
            assertThat(probed.text().charset()).isEqualTo(charset);
        }
    }

    @Test
    void marksNameTheCharset() {
        assertThat(charset("\u00EF\u00BB\u00BFa")).isEqualTo("UTF-8");
        assertThat(charset("\u00FF\u00FEa\0")).isEqualTo("UTF-16LE");
        assertThat(charset("\u00FE\u00FF\0a")).isEqualTo("UTF-16BE");
        assertThat(charset("\u00FF\u00FE\0\0a\0\0\0")).isEqualTo("UTF-32LE");
        assertThat(charset("\0\0\u00FE\u00FF\0\0\0a")).isEqualTo("UTF-32BE");
        assertThat(charset("a \u0093quotation\u0094 of Windows")).isEqualTo("windows-1252");
    }

    @Test
    void oldEncodingsThatCannotBeToldApartAreTextsWithoutACharset() {
        byte[] cyrillic = "Съешь же ещё этих мягких французских булок".getBytes(Charset.forName("KOI8-R"));

        assertThat(Probed.as(ItemKind.PLAIN_TEXT, cyrillic).text())
                .isEqualTo(new MediaFacts.Text("text/plain", cyrillic.length, null));
    }

    @Test
    void aTypeInsideUtf16IsSeen() {
        byte[] html = "<!DOCTYPE html><p>Words</p>".getBytes(StandardCharsets.UTF_16LE);

        assertThat(Probed.as(ItemKind.PLAIN_TEXT, html).text().mimeType()).isEqualTo("text/html");
    }

    @Test
    void aCharacterThatTheFirstBlockCutsInTwoIsFine() {
        byte[] bytes = ("x" + "ü".repeat(50_000)).getBytes(StandardCharsets.UTF_8);

        var probed = Probed.as(ItemKind.PLAIN_TEXT, bytes);

        assertThat(probed.text()).isEqualTo(new MediaFacts.Text("text/plain", bytes.length, "UTF-8"));
        assertThat(probed.bytesRead()).isEqualTo(64 * 1024);
        probed.took(1);
    }

    @Test
    void aCharacterThatTheObjectsEndCutsInTwoIsNoUtf8() {
        byte[] bytes = "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Probed.as(ItemKind.PLAIN_TEXT, bytes).text().charset()).isEqualTo("ISO-8859-1");
    }

    @Test
    void aFewStrayBytesDoNotMakeALogBinary() {
        byte[] log = ("started\n".repeat(1000) + "\0\0stopped\n").getBytes(StandardCharsets.UTF_8);

        assertThat(Probed.as(ItemKind.PLAIN_TEXT, "server.log", log).text().charset())
                .isEqualTo("UTF-8");
    }

    @Test
    void bytesThatAreNoTextAreNamed() {
        var noise = new byte[5000];
        new Random(7).nextBytes(noise);
        var png = Pictures.png(4, 4, new byte[0]);

        assertThat(message(noise)).isEqualTo("Expected a text file, got a file of type application/octet-stream");
        assertThat(message(Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 64)))
                .isEqualTo("Expected a text file, got a file of type application/octet-stream");
        assertThat(message(new byte[] {1, 2, 3}))
                .isEqualTo("Expected a text file, got a file of type application/octet-stream");
        assertThat(message(png)).isEqualTo("Expected a text file, got a file of type image/png");
        assertThat(message("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("Expected a text file, got a file of type application/pdf");
    }

    private static String message(byte[] bytes) {
        return Probed.as(ItemKind.PLAIN_TEXT, "notes.txt", bytes)
                .fails(FailureCode.KIND_MISMATCH)
                .message();
    }

    private static String charset(String bytes) {
        return String.valueOf(Probed.as(ItemKind.PLAIN_TEXT, bytes.getBytes(StandardCharsets.ISO_8859_1))
                .text()
                .charset());
    }
}
