package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Facts about PDFs: strictly by their table of contents, which takes few reads; a small one with a broken table is looked through
 * from its beginning to its end. Safe for use by many threads.
 */
final class PdfProber {

    /** Small enough that looking at all pages costs no read beyond those that are made anyway. */
    private static final long COUNTED_AT_MOST = 128 * 1024;

    private static final long REBUILT_AT_MOST = 8 << 20;
    /** The end mark should be within the last kilobyte; this much may be padding. */
    private static final int END = 64 * 1024;

    private final Semaphore largeOnes = new Semaphore(1);

    MediaFacts probe(ObjectView object, long bytes) throws BadMediaException, ObjectUnavailableException {
        try (var allowance = new PdfAllowance(largeOnes)) {
            return new MediaFacts.Pdf(ContentType.PDF.mimeType(), bytes, pages(new PdfBytes(object, bytes, allowance)));
        } catch (PdfStop stop) {
            throw stop.unwrapped();
        }
    }

    private static int pages(PdfBytes bytes) throws BadMediaException {
        if (!hasEnd(bytes)) {
            throw new BadMediaException(FailureCode.OBJECT_TRUNCATED, "The PDF has no end mark: it was cut");
        }
        int pages = attempt(bytes, PdfProber::strictly);
        if (pages == 0 && bytes.length() <= REBUILT_AT_MOST) {
            pages = attempt(bytes, PdfProber::byRebuilding);
        }
        if (pages == 0) {
            throw BadMediaException.damaged("No page can be found in the PDF");
        }
        return pages;
    }

    private static boolean hasEnd(PdfBytes bytes) {
        var block = bytes.around(bytes.length() - 1);
        byte[] last = block.bytes();
        int from = Math.max(0, last.length - END);
        return new String(last, from, last.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    @FunctionalInterface
    private interface Attempt {
        int pages(PdfBytes bytes) throws IOException;
    }

    private static int strictly(PdfBytes bytes) throws IOException {
        var pages = PdfCatalog.read(bytes);
        int told = pages.told();
        return told > 0 && bytes.length() > COUNTED_AT_MOST ? told : pages.counted();
    }

    /** Only if all pages are there. */
    private static int byRebuilding(PdfBytes bytes) throws IOException {
        var pages = PdfCatalog.rebuild(bytes);
        int counted = pages.counted();
        return pages.told() == counted ? counted : 0;
    }

    /** 0 where it led to nothing. */
    private static int attempt(PdfBytes bytes, Attempt attempt) {
        try {
            return attempt.pages(bytes);
        } catch (InvalidPasswordException | NoClassDefFoundError e) { // the library that certificates need is left out
            throw PdfStop.encrypted();
        } catch (PdfStop stop) {
            throw stop;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return 0; // a parser of hostile bytes can stumble in any way; none of them tells more than that the PDF is
            // damaged
        }
    }
}
