package io.accession.core.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The JSON that a row, or a group of rows, of a CSV manifest stands for. */
final class CsvEntryText {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private char before = '{';

    void add(String key, String value) {
        write(before + quoted(key) + ":" + quoted(value));
        before = ',';
    }

    void add(String key, boolean value) {
        write(before + quoted(key) + ":" + value);
        before = ',';
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return bytes.size();
    }

    RawJson finish() {
        write(before == '{' ? "{}" : "}");
        byte[] text = bytes.toByteArray();
        return new RawJson(text, 0, text.length);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
