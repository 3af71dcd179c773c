package io.accession.media.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.content.ReadContent;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTextReaderTest {

    private static final int LITTLE_MEMORY = 64;

    @TempDir
    static Path directory;

    private static PdfTextReader reader;

    @BeforeAll
    static void open() {
        reader = new PdfTextReader(directory.resolve("reading"), LITTLE_MEMORY);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadContent read(byte[] pdf) {
        var store = new MemoryStore();
        return reader.read(new StoredObjectView(store, store.holds("b", "k", pdf), reader.budget()));
    }

    private static String words(byte[] pdf) {
        var content = read(pdf);
        assertThat(content).isInstanceOf(ReadContent.Words.class);
        return ((ReadContent.Words) content).text();
    }

    private static String fault(byte[] pdf) {
        var content = read(pdf);
        assertThat(content).isInstanceOf(ReadContent.Unreadable.class);
        return ((ReadContent.Unreadable) content).reason();
    }

    @Test
    void theWordsOfAllPagesAreRead() throws IOException {
        var pdf = WrittenPdf.of("The town hall\nis yellow.", "", "So is the caf\u00e9.");

        assertThat(words(pdf).split("\\R+")).containsExactly("The town hall", "is yellow.", "So is the caf\u00e9.");
        try (var left = Files.list(directory.resolve("reading"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatAnybodyMayOpenIsReadAndWhatWantsAPasswordIsNot() {
        try (var open = new WrittenPdf();
                var closed = new WrittenPdf()) {
            open.page(new PDType1Font(FontName.COURIER), "open");
            open.protect("");
            closed.page(new PDType1Font(FontName.COURIER), "closed");
            closed.protect("secret");

            assertThat(words(open.bytes())).isEqualTo("open");
            assertThat(fault(closed.bytes())).contains("encrypted");
        }
    }

    @Test
    void aPdfOfPicturesHasNoWords() {
        try (var scanned = new WrittenPdf()) {
            scanned.page("0 0 100 100 re f ", 3);

            assertThat(fault(scanned.bytes())).contains("no words").contains("pictures");
        }
    }

    @Test
    void whatIsNoPdfOrWasCutIsDamaged() {
        byte[] pdf = WrittenPdf.of("whole");

        assertThat(fault("no PDF".getBytes(StandardCharsets.US_ASCII))).contains("damaged");
        assertThat(fault(Arrays.copyOf(pdf, 40))).contains("damaged");
    }

    @Test
    void aPdfThatFillsTheMemoryEndsItsOwnProcessAndTheNextOneIsRead() {
        try (var hostile = new WrittenPdf()) {
            hostile.page("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ".repeat(100), 30_000);
            byte[] bomb = hostile.bytes();
            assertThat(bomb).hasSizeLessThan(1 << 20);

            assertThat(fault(bomb)).contains("takes more than").contains("memory");
            assertThat(words(WrittenPdf.of("next"))).isEqualTo("next");
        }
    }

    @Test
    void ofALongPdfTheBeginningIsRead() {
        try (var endless = new WrittenPdf()) {
            endless.page(new PDType1Font(FontName.HELVETICA), "first");
            for (int i = 0; i < 30; i++) {
                endless.page(new PDType1Font(FontName.HELVETICA), "long ".repeat(10_000));
            }

            var read = words(endless.bytes()).toLowerCase(Locale.ROOT);
            assertThat(read).startsWith("first").hasSize(PdfWords.MOST_LETTERS);
        }
    }

    @Test
    void aPdfThatIsGoneIsNotReadAgain() {
        var store = new MemoryStore();
        var location = store.holds("b", "k", WrittenPdf.of("away"));
        store.delete(location);

        assertThat(reader.read(new StoredObjectView(store, location, reader.budget())))
                .isInstanceOf(ReadContent.Unreadable.class);
    }
}
