package io.accession.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells texts from other bytes: valid UTF-8 or marked UTF-16 without control characters. Then looks at how the text begins. */
final class TextSniffer {

    private static final int LOOKED_AT = 4096;

    private TextSniffer() {}

    static ContentType sniff(Magic head) {
        if (head.starts("\u00FF\u00FE") || head.starts("\u00FE\u00FF")) {
            return ContentType.TEXT;
        }
        if (head.length() == 0 || !isText(head)) {
            return ContentType.UNKNOWN;
        }
        int mark = head.starts("\u00EF\u00BB\u00BF") ? 3 : 0;
        return byBeginning(head.text(mark, LOOKED_AT).stripLeading().toLowerCase(Locale.ROOT));
    }

    private static ContentType byBeginning(String text) {
        if (text.startsWith("#extm3u")) return ContentType.HLS_PLAYLIST;
        if (text.startsWith("v=0") && text.contains("\nm=")) return ContentType.SESSION_DESCRIPTION;
        if (text.startsWith("<")) return markup(text);
        if (text.startsWith("{") || text.startsWith("[")) return ContentType.JSON;
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
