package io.accession.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells texts from other bytes: valid UTF-8 or marked UTF-16 without control characters. Then looks at how the text begins. */
final class TextSniffer {

    private static final int LOOKED_AT = 4096;

    /** A bracket alone begins footnotes, log lines and RTF as well. */
    private static final Pattern JSON =
            Pattern.compile("\\{\\s*[\"}]|\\[\\s*([\\[{\"\\]]|(-?[0-9.]+(e[-+]?[0-9]+)?|true|false|null)\\s*,)");

    private TextSniffer() {}

    static ContentType sniff(Magic head) {
        if (head.starts("\u00FF\u00FE") || head.starts("\u00FE\u00FF")) {
            return TextEncoding.of(head.bytes(), false).isText() ? ContentType.TEXT : ContentType.UNKNOWN;
        }
        if (head.length() == 0 || !isText(head)) {
            return ContentType.UNKNOWN;
        }
        int mark = head.starts("\u00EF\u00BB\u00BF") ? 3 : 0;
        return byBeginning(head.text(mark, LOOKED_AT));
    }

    /** What kind of text begins like this. */
    static ContentType byBeginning(String beginning) {
        var text = beginning.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("#extm3u")) return ContentType.HLS_PLAYLIST;
        if (text.startsWith("v=0") && text.contains("\nm=")) return ContentType.SESSION_DESCRIPTION;
        if (text.startsWith("<")) return markup(text);
        if (JSON.matcher(text).lookingAt()) return ContentType.JSON;
        return ContentType.TEXT;
    }

    private static ContentType markup(String text) {
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) return ContentType.HTML;
        if (text.contains("<svg")) return ContentType.SVG;
        if (text.contains("<mpd")) return ContentType.DASH_MANIFEST;
        return text.startsWith("<?xml") || text.endsWith(">") || text.contains("</")
                ? ContentType.XML
                : ContentType.TEXT;
    }

    private static boolean isText(Magic head) {
        int length = Math.min(head.length(), LOOKED_AT);
        for (int i = 0; i < length; i++) {
            int value = head.at(i);
            if (value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f' && value != 0x1B) {
                return false;
            }
        }
        return isUtf8(head, length);
    }

    /** A character that is cut in two at the end is fine. */
    private static boolean isUtf8(Magic head, int length) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var characters = CharBuffer.allocate(length);
        return !decoder.decode(ByteBuffer.wrap(head.bytes(), 0, length), characters, false)
                .isError();
    }
}
