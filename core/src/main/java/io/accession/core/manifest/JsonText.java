package io.accession.core.manifest;

import java.nio.charset.StandardCharsets;

/** The characters that the escapes of a checked JSON string stand for. */
final class JsonText {

    private JsonText() {}

    static String unescape(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        int plainFrom = from;
        for (int at = from; at < to; ) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(bytes, plainFrom, at - plainFrom, StandardCharsets.UTF_8));
            boolean unicode = bytes[at + 1] == 'u';
            text.append(unicode ? (char) unit(bytes, at + 2) : escaped(bytes[at + 1]));
            at += unicode ? 6 : 2;
            plainFrom = at;
        }
        return text.append(new String(bytes, plainFrom, to - plainFrom, StandardCharsets.UTF_8))
                .toString();
    }

    private static char escaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }

    /** The number that four hexadecimal digits stand for; -1 when they are not such digits. */
    static int unit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }
}
