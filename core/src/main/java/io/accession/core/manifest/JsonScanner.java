package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;
import io.accession.core.manifest.JsonFault.Tolerance;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks through JSON (RFC 8259) byte by byte, checks it and its UTF-8, and knows the line and column. Nothing is copied and no token is
 * held, so that a string of a gigabyte costs no memory. Comments and trailing commas are told to the {@link Tolerance} and blanked out in
 * the window, so that the kept bytes are strict JSON at unchanged offsets.
 *
 * <p>Objects and lists are walked with
 *
 * <pre>{@code
 * scanner.enter();
 * for (boolean more = scanner.first(); more; more = scanner.next()) { … }
 * }</pre>
 *
 * where the body reads exactly one element, or a {@link #key} and a value.
 */
final class JsonScanner {

    private final JsonWindow window;
    private final JsonStrings strings;
    private final JsonNumbers numbers;
    private final Tolerance tolerance;
    private final int maximalDepth;

    private boolean[] isObject = new boolean[64];
    private int depth;

    private long line;
    private long lineStart;

    private long commaOffset;
    private long commaLine;
    private long commaColumn;

    JsonScanner(JsonWindow window, int maximalDepth, Tolerance tolerance) {
        this.window = window;
        this.maximalDepth = maximalDepth;
        this.tolerance = tolerance;
        this.strings = new JsonStrings(window, this);
        this.numbers = new JsonNumbers(window, this);
        restart();
    }

    /** Begins again at the window's position, which becomes line 1, column 1. */
    void restart() {
        depth = 0;
        line = 1;
        lineStart = window.offset();
        strings.restart();
        numbers.restart();
    }

    JsonWindow window() {
        return window;
    }

    JsonStrings strings() {
        return strings;
    }

    Place place() {
        return new Place(window.offset(), line, column());
    }

    private long column() {
        return window.offset() - lineStart - strings.extraBytesOnLine() + 1;
    }

    /** Goes to the next byte that means something and tells it; -1 at the end. */
    int peek() throws IOException {
        int at = window.position;
        if (at + 1 < window.limit) {
            byte[] bytes = window.bytes;
            if (bytes[at] == ' ') {
                at++;
            }
            byte next = bytes[at];
            if (next > ' ' && next != '/') {
                window.position = at;
                return next;
            }
        }
        return peekBeyondSpace();
    }

    private int peekBeyondSpace() throws IOException {
        while (true) {
            byte[] bytes = window.bytes;
            int at = window.position;
            int end = window.limit;
            while (at < end && bytes[at] == ' ') {
                at++;
            }
            window.position = at;
            if (at == end) {
                if (!window.refill()) {
                    return -1;
                }
                continue;
            }
            byte next = bytes[at];
            switch (next) {
                case '\n' -> {
                    window.position++;
                    beginLine();
                }
                case '\r', '\t' -> window.position++;
                case '/' -> skipComment();
                default -> {
                    return next & 0xFF;
                }
            }
        }
    }

    private void beginLine() {
        line++;
        lineStart = window.offset();
        strings.beginLine();
    }

    /** Goes to where another scanner has read to, which began at this one's place in the same bytes. */
    void follow(JsonScanner ahead) {
        if (ahead.line > 1) {
            line += ahead.line - 1;
            lineStart = window.offset() + ahead.lineStart - window.position;
            strings.beginLine();
        }
        strings.follow(ahead.strings);
        window.position = ahead.window.position;
    }

    /** Goes into the object or list that begins here. */
    void enter() throws IOException {
        boolean object = peek() == '{';
        if (depth == maximalDepth) {
            throw fault("lists and objects are nested deeper than " + Wording.count(maximalDepth)
                    + " levels. Flatten the entry's metadata");
        }
        if (depth == isObject.length) {
            isObject = Arrays.copyOf(isObject, 2 * depth);
        }
        isObject[depth++] = object;
        window.position++;
    }

    /** Whether what was entered has a first member; leaves it otherwise. */
    boolean first() throws IOException {
        if (peek() != closing()) {
            return true;
        }
        leave();
        return false;
    }

    /** After a member: whether there is another one; leaves otherwise. */
    boolean next() throws IOException {
        int next = peek();
        if (next == closing()) {
            leave();
            return false;
        }
        if (next != ',') {
            throw expected("a comma or " + (char) closing());
        }
        commaOffset = window.offset();
        commaLine = line;
        commaColumn = column();
        window.position++;
        if (peek() != closing()) {
            return true;
        }
        tolerance.tolerated("TRAILING_COMMA", new Place(commaOffset, commaLine, commaColumn));
        window.blank(commaOffset);
        leave();
        return false;
    }

    private int closing() {
        return isObject[depth - 1] ? '}' : ']';
    }

    private void leave() {
        window.position++;
        depth--;
    }

    /** Reads a key and its colon; {@link #strings} tells the key. */
    void key() throws IOException {
        if (peek() != '"') {
            throw expected("a key in double quotes");
        }
        string();
        colon();
    }

    void colon() throws IOException {
        if (peek() != ':') {
            throw expected("a colon after the key");
        }
        window.position++;
    }

    /** Reads a string, which must begin here. */
    void string() throws IOException {
        window.position++;
        strings.skip();
    }

    /** Reads one value of any kind to its end. */
    void skipValue() throws IOException {
        int outside = depth;
        do {
            boolean entered = skipScalarOrEnter();
            boolean more = entered && first();
            while (!more && depth > outside) {
                more = next();
            }
            if (more && isObject[depth - 1]) {
                key();
            }
        } while (depth > outside);
    }

    private boolean skipScalarOrEnter() throws IOException {
        int next = peek();
        switch (next) {
            case '"' -> string();
            case '{', '[' -> {
                enter();
                return true;
            }
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.skip();
            default -> throw expected("a value");
        }
        return false;
    }

    private void skipWord(String word) throws IOException {
        if (!window.has(word.length())) {
            throw expected("a value");
        }
        for (int i = 0; i < word.length(); i++) {
            if (window.bytes[window.position + i] != word.charAt(i)) {
                throw expected("a value");
            }
        }
        window.position += word.length();
    }

    private void skipComment() throws IOException {
        var place = place();
        int second = window.has(2) ? window.bytes[window.position + 1] : -1;
        if (second != '/' && second != '*') {
            throw expected(depth == 0 ? "a JSON object" : "a value, a comma or " + (char) closing());
        }
        tolerance.tolerated("COMMENT", place);
        blankHere();
        blankHere();
        if (second == '/') {
            blankUntilLineEnds();
        } else {
            blankUntilStarSlash(place);
        }
    }

    private void blankUntilLineEnds() throws IOException {
        while (window.has(1) && window.bytes[window.position] != '\n') {
            blankCharacter();
        }
    }

    private void blankUntilStarSlash(Place start) throws IOException {
        while (window.has(2)) {
            if (window.bytes[window.position] == '*' && window.bytes[window.position + 1] == '/') {
                blankHere();
                blankHere();
                return;
            }
            blankCharacter();
        }
        throw new JsonFault(start, "this comment is never closed. Add */ at its end");
    }

    private void blankCharacter() throws IOException {
        byte here = window.bytes[window.position];
        if (here == '\n') {
            window.position++;
            beginLine();
        } else if (here >= 0) {
            blankHere();
        } else {
            for (int left = strings.checkCharacter(); left > 0; left--) {
                blankHere();
            }
        }
    }

    private void blankHere() {
        window.bytes[window.position++] = ' ';
    }

    /** What PostgreSQL's jsonb could not hold of what was read since {@link #restart} or the last call; null for nothing. */
    @Nullable
    String takeUnstorable() {
        String ofNumber = numbers.takeUnstorable();
        String ofString = strings.takeUnstorable();
        return ofString != null ? ofString : ofNumber;
    }

    JsonFault fault(String what) {
        return new JsonFault(place(), what);
    }

    /** The fault of finding here something else than what was expected. Fails as well when what is here is not even UTF-8. */
    JsonFault expected(String expected) throws IOException {
        var place = place();
        return new JsonFault(place, JsonSurprise.describe(window, strings, expected));
    }
}
