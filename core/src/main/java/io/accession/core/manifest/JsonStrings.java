package io.accession.core.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strings and the characters in them: escapes, UTF-8 (RFC 3629), and what PostgreSQL's jsonb cannot hold of them. */
final class JsonStrings {

    private final JsonWindow window;
    private final JsonScanner scanner;
    private long start;
    private long end;
    private boolean escaped;
    private long extraBytesOnLine;
    private long highSurrogateEnd;
    private @Nullable String unstorable;

    JsonStrings(JsonWindow window, JsonScanner scanner) {
        this.window = window;
        this.scanner = scanner;
    }

    void beginLine() {
        extraBytesOnLine = 0;
    }

    void follow(JsonStrings ahead) {
        extraBytesOnLine += ahead.extraBytesOnLine;
    }

    /** Bytes on the current line that are not the first of their character. */
    long extraBytesOnLine() {
        return extraBytesOnLine;
    }

    @Nullable
    String takeUnstorable() {
        String taken = unstorable;
        unstorable = null;
        return taken;
    }

    /** Forgets what was found so far. */
    void restart() {
        extraBytesOnLine = 0;
        unstorable = null;
    }

    /** Index in the window of the last string's first character; negative when it has slid out. */
    int from() {
        return window.index(start);
    }

    /** Index in the window of the last string's closing quote. */
    int to() {
        return window.index(end);
    }

    /** The characters of the last string, which must still be in the window. */
    String text() {
        return escaped
                ? JsonText.unescape(window.bytes, from(), to())
                : new String(window.bytes, from(), to() - from(), StandardCharsets.UTF_8);
    }

    /** Reads to the end of a string whose opening quote has been read. */
    void skip() throws IOException {
        start = window.offset();
        escaped = false;
        highSurrogateEnd = -1;
        while (true) {
            byte[] bytes = window.bytes;
            int limit = window.limit;
            int at = PlainBytes.skip(bytes, window.position, limit);
            window.position = at;
            if (at < limit && bytes[at] == '"') {
                end = window.offset();
                window.position++;
                if (highSurrogateEnd >= 0) {
                    unstorable = "an unpaired surrogate";
                }
                return;
            }
            skipSpecial();
        }
    }

    private void skipSpecial() throws IOException {
        if (!window.has(1)) {
            throw scanner.fault(
                    "the manifest ends inside a string. It may have been cut off; otherwise add the closing \"");
        }
        byte next = window.bytes[window.position];
        if (next == '\\') {
            skipEscape();
        } else if (next < 0) {
            window.position += checkCharacter();
        } else if (next < ' ') {
            throw scanner.fault(
                    next == '\n' || next == '\r'
                            ? "a string goes on after the end of the line. Close it with \", or write the line break"
                                    + " as \\n"
                            : "a string holds a raw control character. Write it as \\" + controlEscape(next));
        }
    }

    private static String controlEscape(byte control) {
        return control == '\t' ? "t" : String.format("u%04x", control);
    }

    private void skipEscape() throws IOException {
        escaped = true;
        if (!window.has(2)) {
            throw scanner.fault("the manifest ends inside a string. It may have been cut off");
        }
        byte kind = window.bytes[window.position + 1];
        switch (kind) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> window.position += 2;
            case 'u' -> skipUnicodeEscape();
            default ->
                throw scanner.fault("a backslash in a string must be followed by one of \" \\ / b f n r t u."
                        + " Write \\\\ for a backslash itself");
        }
    }

    private void skipUnicodeEscape() throws IOException {
        int unit = window.has(6) ? JsonText.unit(window.bytes, window.position + 2) : -1;
        if (unit < 0) {
            throw scanner.fault("\\u in a string must be followed by four hexadecimal digits");
        }
        long escapeStart = window.offset();
        window.position += 6;
        boolean paired = escapeStart == highSurrogateEnd;
        if (unit == 0) {
            unstorable = "the character U+0000";
        }
        if (highSurrogateEnd >= 0 && !(paired && Character.isLowSurrogate((char) unit))) {
            unstorable = "an unpaired surrogate";
        }
        if (Character.isLowSurrogate((char) unit) && !paired) {
            unstorable = "an unpaired surrogate";
        }
        highSurrogateEnd = Character.isHighSurrogate((char) unit) ? window.offset() : -1;
    }

    /** The bytes of the character here, which is not ASCII; fails when it is not UTF-8. */
    int checkCharacter() throws IOException {
        int first = window.bytes[window.position] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || !window.has(length) || !isWellFormed(window.bytes, window.position, first, length)) {
            throw scanner.fault(String.format(
                    "this is not UTF-8 (byte 0x%02X). Save the manifest as UTF-8 and send it again", first));
        }
        extraBytesOnLine += length - 1;
        return length;
    }

    private static boolean isWellFormed(byte[] bytes, int at, int first, int length) {
        int second = bytes[at + 1] & 0xFF;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return switch (first) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
