package io.accession.api.numpy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the literals that headers are written in: dictionaries, tuples, lists, strings, whole numbers, True and False. */
final class PythonLiteral {

    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** Maps, lists (tuples too), strings, longs and booleans. */
    static Object read(String text) throws NpyFormatException {
        var literal = new PythonLiteral(text);
        var value = literal.value(0);
        literal.skipSpace();
        if (literal.at != text.length()) {
            throw unreadable();
        }
        return value;
    }

    private Object value(int depth) throws NpyFormatException {
        if (depth > DEEPEST) {
            throw unreadable();
        }
        char first = peek();
        return switch (first) {
            case '{' -> dictionary(depth);
            case '(' -> list(')', depth);
            case '[' -> list(']', depth);
            case '\'', '"' -> string(first);
            case 'T' -> word("True", true);
            case 'F' -> word("False", false);
            default -> number();
        };
    }

    private Map<String, Object> dictionary(int depth) throws NpyFormatException {
        var map = new LinkedHashMap<String, Object>();
        at++;
        while (peek() != '}') {
            var key = string(peek());
            expect(':');
            if (map.put(key, value(depth + 1)) != null) {
                throw unreadable();
            }
            if (peek() != '}') {
                expect(',');
            }
        }
        at++;
        return map;
    }

    private List<Object> list(char end, int depth) throws NpyFormatException {
        var list = new ArrayList<>();
        at++;
        while (peek() != end) {
            list.add(value(depth + 1));
            if (peek() != end) {
                expect(',');
            }
        }
        at++;
        return list;
    }

    private String string(char quote) throws NpyFormatException {
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
            throw unreadable();
        }
        var string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private Object word(String word, boolean value) throws NpyFormatException {
        if (!text.startsWith(word, at)) {
            throw unreadable();
        }
        at += word.length();
        return value;
    }

    /** Python 2 wrote an L behind long numbers. */
    private Object number() throws NpyFormatException {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from || at - from > 18) {
            throw unreadable();
        }
        long number = Long.parseLong(text, from, at, 10);
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        return number;
    }

    private char peek() throws NpyFormatException {
        skipSpace();
        if (at == text.length()) {
            throw unreadable();
        }
        return text.charAt(at);
    }

    private void expect(char character) throws NpyFormatException {
        if (peek() != character) {
            throw unreadable();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static NpyFormatException unreadable() {
        return new NpyFormatException("The header of the .npy file is not one that NumPy writes.");
    }
}
