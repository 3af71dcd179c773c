package io.accession.media;

import io.accession.core.content.ContentReader;
import io.accession.core.content.ReadContent;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;
import io.accession.core.object.ObjectUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads texts in whatever encoding they are. Where that cannot be told, bytes are taken for the letters of western Europe. */
public final class PlainTextReader implements ContentReader {

    /** Longer texts are read up to here. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int REQUESTS = 64;

    @Override
    public ReadBudget budget() {
        return new ReadBudget(REQUESTS, MOST_BYTES);
    }

    @Override
    public ReadContent read(ObjectView object) {
        try {
            var bytes = new ByteArrayOutputStream();
            boolean isWhole = false;
            while (!isWhole && bytes.size() < MOST_BYTES) {
                var next = object.read(bytes.size(), MOST_BYTES - bytes.size());
                bytes.writeBytes(next);
                isWhole = next.length == 0;
            }
            return words(bytes.toByteArray(), isWhole);
        } catch (ObjectUnavailableException e) {
            return ReadContent.unavailable(e.failure());
        }
    }

    private static ReadContent words(byte[] bytes, boolean isWhole) {
        var encoding = TextEncoding.of(bytes, isWhole);
        if (!encoding.isText()) {
            return new ReadContent.Unreadable("The object is no text.");
        }
        var charset = encoding.charset() == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding.charset());
        return new ReadContent.Words(new String(bytes, encoding.mark(), bytes.length - encoding.mark(), charset));
    }
}
