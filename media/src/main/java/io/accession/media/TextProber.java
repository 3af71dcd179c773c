package io.accession.media;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectUnavailableException;

/**
 * Facts about texts, from their first 64 KiB. A beginning that can mean one thing only names the MIME type, else the ending of the name
 * does, else the beginning again.
 */
final class TextProber {

    private TextProber() {}

    static MediaFacts probe(BlockReader in, String name, long bytes)
            throws BadMediaException, ObjectUnavailableException {
        byte[] head = in.head();
        var encoding = TextEncoding.of(head, head.length >= bytes);
        if (!encoding.isText()) {
            throw ExpectedContent.of(ItemKind.PLAIN_TEXT).mismatch(ContentType.UNKNOWN.mimeType());
        }
        return new MediaFacts.Text(mimeType(encoding.beginning(head), name), bytes, encoding.charset());
    }

    private static String mimeType(String beginning, String name) {
        var content = TextSniffer.byBeginning(beginning);
        var named = TextName.mimeType(name);
        if (named.isEmpty() || (isCertain(content, beginning) && !named.get().endsWith("+xml"))) {
            return content.mimeType();
        }
        return named.get();
    }

    /** Tags alone begin many a Markdown file, and brackets many a log. */
    private static boolean isCertain(ContentType content, String beginning) {
        return switch (content) {
            case HTML, HLS_PLAYLIST -> true;
            case XML, SVG, DASH_MANIFEST -> beginning.stripLeading().startsWith("<?xml");
            default -> false;
        };
    }
}
