package io.accession.core.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says what stands in a text where something else was expected, and what people usually meant by it. */
final class JsonSurprise {

    private static final int WORD_BYTES = 12;

    private JsonSurprise() {}

    static String describe(JsonWindow window, JsonStrings strings, String expected) throws IOException {
        if (!window.has(1)) {
            return "the manifest ends where " + expected + " is expected. It may have been cut off";
        }
        byte here = window.bytes[window.position];
        if (here < 0) {
            int length = strings.checkCharacter();
            var character = new String(window.bytes, window.position, length, StandardCharsets.UTF_8);
            return expected + " is expected, found '" + character + "'" + hintForCharacter(character);
        }
        if (Character.isLetter(here)) {
            var word = word(window);
            return expected + " is expected, found " + word + hint(word);
        }
        return expected + " is expected, found " + name(here) + hint(here);
    }

    private static String name(byte character) {
        return character > ' ' && character < 0x7F
                ? "'" + (char) character + "'"
                : String.format("the control character 0x%02x", character);
    }

    private static String hint(byte character) {
        return switch (character) {
            case '\'' -> ". Strings and keys stand in double quotes";
            case ',' -> ". Remove one comma";
            case '=' -> ". Write a colon between a key and its value";
            case '(' -> ". Lists stand in [ ]";
            case '+' -> ". Numbers have no plus sign";
            case '.' -> ". Numbers begin with a digit: 0.5";
            case '"' -> ". Is a comma or a quote missing before it?";
            case ']', '}' -> ". Are the brackets before it paired?";
            default -> "";
        };
    }

    private static String hint(String word) {
        return switch (word) {
            case "NaN", "nan", "Infinity", "inf" -> ", which JSON does not have. Write null or leave the key out";
            case "True", "TRUE" -> ". Write true";
            case "False", "FALSE" -> ". Write false";
            case "None", "NULL", "Null", "undefined" -> ". Write null";
            default -> ". Text stands in double quotes";
        };
    }

    private static String hintForCharacter(String character) {
        return switch (character) {
            case "“", "”", "„", "«", "»", "‘", "’" -> ". Strings and keys stand in straight double quotes: \"";
            case "\u00A0", "\u3000", "\u2003" -> ", a space of another alphabet. Replace it by a plain space";
            default -> "";
        };
    }

    private static String word(JsonWindow window) throws IOException {
        int length = 1;
        while (length < WORD_BYTES
                && window.has(length + 1)
                && Character.isLetter(window.bytes[window.position + length])) {
            length++;
        }
        return new String(window.bytes, window.position, length, StandardCharsets.US_ASCII);
    }
}
