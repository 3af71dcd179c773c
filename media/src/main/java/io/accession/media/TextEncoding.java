package io.accession.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding the first bytes of an object are a text: by its mark, as UTF-8, as UTF-16 without a mark, or as one byte a character.
 * ASCII counts as UTF-8.
 *
 * @param charset null where the bytes are a text of which more cannot be told
 * @param mark bytes of the byte order mark
 */
record TextEncoding(@Nullable String charset, int mark) {
    private static final TextEncoding NONE = new TextEncoding(null, -1);

    private static final TextEncoding UNTOLD = new TextEncoding(null, 0);

    /** The longer marks first: UTF-32 begins as UTF-16 does. */
    private static final List<Marked> MARKS = List.of(
            new Marked("\u00FF\u00FE\0\0", "UTF-32LE"),
            new Marked("\0\0\u00FE\u00FF", "UTF-32BE"),
            new Marked("\u00EF\u00BB\u00BF", "UTF-8"),
            new Marked("\u00FF\u00FE", "UTF-16LE"),
            new Marked("\u00FE\u00FF", "UTF-16BE"));

    private static final int BEGINNING = 4096;

    private record Marked(String mark, String charset) {}

    /** Logs carry a few stray bytes; of a text at least this many characters stand against each. */
    private static final int CHARACTERS_FOR_ONE_CONTROL = 1000;

    /** {@code isWhole} says that the object has no bytes behind these; otherwise a character cut in two at their end is fine. */
    static TextEncoding of(byte[] head, boolean isWhole) {
        var start = new Magic(head);
        for (var marked : MARKS) {
            if (start.starts(marked.mark())) {
                int length = marked.mark().length();
                return isText(head, length, marked.charset(), isWhole)
                        ? new TextEncoding(marked.charset(), length)
                        : NONE;
            }
        }
        for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            if ((charset.equals("UTF-8") || hasZeros(head, charset.endsWith("LE") ? 1 : 0))
                    && isText(head, 0, charset, isWhole)) {
                return new TextEncoding(charset, 0);
            }
        }
        return singleByte(head);
    }

    boolean isText() {
        return mark >= 0;
    }

    /** The first characters, for looking at. */
    String beginning(byte[] head) {
        var known = charset == null ? StandardCharsets.ISO_8859_1 : Charset.forName(charset);
        return new String(head, mark, Math.min(head.length - mark, BEGINNING), known);
    }

    /** Latin letters in UTF-16 have a zero in one of their bytes, always the same one. */
    private static boolean hasZeros(byte[] head, int parity) {
        int here = 0;
        int there = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == parity) here++;
                else there++;
            }
        }
        return here >= head.length / 8 && here > 0 && there <= here / 20;
    }

    private static boolean isText(byte[] head, int from, String charset, boolean isWhole) {
        var decoder = Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var characters = CharBuffer.allocate(head.length + 1);
        var bytes = ByteBuffer.wrap(head, from, head.length - from);
        return !decoder.decode(bytes, characters, isWhole).isError() && isText(characters.flip());
    }

    private static boolean isText(CharBuffer characters) {
        int controls = (int) characters.chars().filter(TextEncoding::isControl).count();
        return controls <= characters.length() / CHARACTERS_FOR_ONE_CONTROL;
    }

    private static boolean isControl(int character) {
        return switch (character) {
            case '\t', '\n', '\r', '\f', '\b', 0x1B -> false;
            default -> character < ' ' || character == 0x7F || character == 0xFFFE || character == 0xFFFF;
        };
    }

    /**
     * Which of the many one-byte encodings it is cannot be seen. Where accented letters are few it is a western one, and bytes from 80 to 9F
     * tell that of Windows; else the charset stays open.
     */
    private static TextEncoding singleByte(byte[] head) {
        int high = 0;
        int windows = 0;
        int undefined = 0;
        for (byte signed : head) {
            int value = signed & 0xFF;
            if (value >= 0x80) high++;
            if (value >= 0x80 && value < 0xA0) windows++;
            if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) undefined++;
        }
        if (!isText(StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(head)))) {
            return NONE;
        }
        if (undefined > 0 || high > head.length * 3 / 10) {
            return UNTOLD;
        }
        return new TextEncoding(windows > 0 ? "windows-1252" : "ISO-8859-1", 0);
    }
}
