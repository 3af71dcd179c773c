package io.accession.media.words;

import io.accession.core.content.ContentReader;
import io.accession.core.content.ReadContent;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.media.WorkDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the words of PDFs of up to {@value #MOST_BYTES} bytes, one after the other, in a process of their own that is started when the first one comes. A PDF
 * that ends the process is given a fresh one; when it ends that, too, it cannot be read.
 */
public final class PdfTextReader implements ContentReader, AutoCloseable {

    static final int MOST_BYTES = 64 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PdfTextReader.class);
    private static final int PIECE = 4 << 20;
    private static final int REQUESTS = 64;
    private static final int MEBIBYTES = 512;
    private static final Duration PATIENCE = PdfWords.LONGEST.multipliedBy(2);
    private static final ReadContent TOO_LARGE =
            new ReadContent.Unreadable("The PDF is larger than " + (MOST_BYTES >> 20) + " MiB.");
    private static final ReadContent TOO_MUCH = new ReadContent.Unreadable(
            "Reading the PDF takes more than " + PATIENCE.toSeconds() + " seconds or " + MEBIBYTES + " MiB of memory.");

    private final WorkDirectory directory;
    private final int mebibytes;
    private volatile @Nullable PdfWordsProcess process;
    private volatile boolean closed;

    /** {@code directory} holds the PDF that is being read. It is made when it is missing. */
    public PdfTextReader(Path directory) {
        this(directory, MEBIBYTES);
    }

    PdfTextReader(Path directory, int mebibytes) {
        this.directory = new WorkDirectory(directory);
        this.mebibytes = mebibytes;
    }

    @Override
    public ReadBudget budget() {
        return new ReadBudget(REQUESTS, MOST_BYTES);
    }

    @Override
    public synchronized ReadContent read(ObjectView object) {
        try {
            var file = directory.newFile(".pdf");
            try {
                return spool(object, file) ? words(file) : TOO_LARGE;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (ObjectUnavailableException e) {
            return ReadContent.unavailable(e.failure());
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be kept on this machine", e);
        }
    }

    /** False when the object is too large. */
    private static boolean spool(ObjectView object, Path file) throws IOException, ObjectUnavailableException {
        try (var out = Files.newOutputStream(file)) {
            long written = 0;
            for (byte[] piece = object.read(0, PIECE); piece.length > 0; piece = object.read(written, PIECE)) {
                written += piece.length;
                if (Math.max(written, object.stat().bytes()) > MOST_BYTES) {
                    return false;
                }
                out.write(piece);
                if (written == object.stat().bytes()) {
                    return true;
                }
            }
            return true;
        }
    }

    private ReadContent words(Path file) {
        while (!closed) {
            var running = running();
            boolean isFresh = running.isFresh();
            try {
                return running.read(file, PATIENCE);
            } catch (IOException e) {
                LOG.debug("the process that reads PDFs ended", e);
                running.close();
                process = null;
                if (isFresh && !closed) {
                    return TOO_MUCH;
                }
            }
        }
        return new ReadContent.Unreachable("This server was stopped while it read the PDF.");
    }

    private PdfWordsProcess running() {
        var known = process;
        if (known != null && known.isAlive()) {
            return known;
        }
        try {
            var started = PdfWordsProcess.start(mebibytes);
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The process that reads PDFs could not be started", e);
        }
    }

    /** Ends the process. A PDF that is being read is to be tried again. */
    @Override
    public void close() {
        closed = true;
        var known = process;
        if (known != null) {
            known.close();
        }
    }
}
