package io.accession.core.object;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of URLs (RFC 3986): decoded once and strictly, {@code +} is a plus. */
final class PercentCoding {

    private static final String NOT_ALLOWED_IN_URLS = "\"<>\\^`{|}";

    private PercentCoding() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            byte value = encoded[i];
            if (value == '%') {
                value = (byte) escaped(encoded, i);
                i += 2;
            }
            encoded[length++] = value;
        }
        return strictUtf8(encoded, length);
    }

    /** What may not stand in a URL as it is gets escaped; what is escaped already stays so. Wrong escapes are refused. */
    static String encodeIllegal(String text) {
        int legal = 0;
        while (legal < text.length() && isLegal(text, legal)) {
            legal++;
        }
        if (legal == text.length()) {
            return text;
        }
        var encoded = new StringBuilder(text.length() + 16);
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            if (value < 0 || NOT_ALLOWED_IN_URLS.indexOf(value) >= 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(value));
            } else {
                encoded.append((char) value);
            }
        }
        return encoded.toString();
    }

    /** @throws UnusableUrl when a percent sign is not followed by two hexadecimal digits */
    static void requireSoundEscapes(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                throw unsoundEscape();
            }
        }
    }

    private static boolean isLegal(String text, int index) {
        char c = text.charAt(index);
        return c < 0x80 && NOT_ALLOWED_IN_URLS.indexOf(c) < 0;
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static int escaped(byte[] encoded, int percent) {
        if (percent + 2 >= encoded.length) {
            throw unsoundEscape();
        }
        int high = Character.digit(encoded[percent + 1], 16);
        int low = Character.digit(encoded[percent + 2], 16);
        if (high < 0 || low < 0) {
            throw unsoundEscape();
        }
        if (high + low == 0) {
            throw UnusableUrl.invalid("The URL holds %00, which no object's name can hold.");
        }
        return high << 4 | low;
    }

    private static String strictUtf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UnusableUrl.invalid("The URL's percent-encoded bytes are not UTF-8.");
        }
    }

    private static UnusableUrl unsoundEscape() {
        return UnusableUrl.invalid(
                "The URL holds a percent sign without two hexadecimal digits after it; write a percent sign as %25.");
    }
}
