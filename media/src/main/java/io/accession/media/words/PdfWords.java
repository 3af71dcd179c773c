package io.accession.media.words;

import io.accession.core.content.ReadContent;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF page by page until there is enough of it. What was read before a page that is damaged counts. */
final class PdfWords extends PDFTextStripper {

    static final int MOST_PAGES = 2_000;

    /** Of the whole PDF, and of a page before its letters are put into lines. */
    static final int MOST_LETTERS = 1 << 20;

    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final ReadContent ENCRYPTED =
            new ReadContent.Unreadable("The PDF is encrypted and opens with a password or a certificate only.");
    private static final ReadContent DAMAGED = new ReadContent.Unreadable("The PDF is damaged.");
    private static final ReadContent WITHOUT_WORDS =
            new ReadContent.Unreadable("The PDF has no words: its pages are pictures, or empty.");

    private final StringWriter words = new StringWriter();
    private final long begun = System.nanoTime();
    private int lettersOfPage;

    private PdfWords() {
        setShouldSeparateByBeads(false);
        setEndPage(MOST_PAGES);
    }

    /** There is enough, or no time for more. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EnoughException() {
            super("enough was read", null, false, false);
        }
    }

    static ReadContent read(Path file) {
        try (var document = Loader.loadPDF(file.toFile())) {
            return new PdfWords().read(document);
        } catch (InvalidPasswordException | NoClassDefFoundError e) { // the library that certificates need is left out
            return ENCRYPTED;
        } catch (IOException | RuntimeException | StackOverflowError e) { // the parser may stumble in any way
            return DAMAGED;
        }
    }

    private ReadContent read(PDDocument document) {
        boolean isSound = write(document);
        var read = words.toString().strip();
        if (read.isEmpty()) {
            return isSound ? WITHOUT_WORDS : DAMAGED;
        }
        return new ReadContent.Words(read.substring(0, Math.min(read.length(), MOST_LETTERS)));
    }

    /** Whether the PDF is sound, as far as it was read. */
    private boolean write(PDDocument document) {
        try {
            writeText(document, words);
            return true;
        } catch (EnoughException e) {
            return true;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    @Override
    protected void startPage(PDPage page) {
        lettersOfPage = 0;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (lettersOfPage < MOST_LETTERS) {
            lettersOfPage++;
            super.processTextPosition(letter);
        }
    }

    @Override
    protected void endPage(PDPage page) {
        if (words.getBuffer().length() >= MOST_LETTERS || System.nanoTime() - begun > LONGEST.toNanos()) {
            throw new EnoughException();
        }
    }
}
