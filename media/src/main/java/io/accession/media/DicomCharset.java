package io.accession.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a file's texts are encoded (PS3.3 section C.12.1.1.2). What is not said, and not UTF-8, is taken for Latin-1. Of code extensions
 * Japanese, Korean and Chinese are understood; other escape sequences are dropped.
 */
record DicomCharset(Charset charset, Escapes escapes) {

    private enum Escapes {
        DECODED,
        DROPPED,
        GUESSED
    }

    static final DicomCharset UNSAID = new DicomCharset(StandardCharsets.ISO_8859_1, Escapes.GUESSED);

    /** Defined terms without what comes in front of the registration number. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("IR 100", "ISO-8859-1"),
            Map.entry("IR 101", "ISO-8859-2"),
            Map.entry("IR 109", "ISO-8859-3"),
            Map.entry("IR 110", "ISO-8859-4"),
            Map.entry("IR 144", "ISO-8859-5"),
            Map.entry("IR 127", "ISO-8859-6"),
            Map.entry("IR 126", "ISO-8859-7"),
            Map.entry("IR 138", "ISO-8859-8"),
            Map.entry("IR 148", "ISO-8859-9"),
            Map.entry("IR 203", "ISO-8859-15"),
            Map.entry("IR 166", "TIS-620"),
            Map.entry("IR 13", "JIS_X0201"),
            Map.entry("IR 87", "ISO-2022-JP"),
            Map.entry("IR 159", "ISO-2022-JP-2"),
            Map.entry("IR 149", "EUC-KR"),
            Map.entry("IR 58", "GB2312"),
            Map.entry("IR 192", "UTF-8"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GBK", "GBK"));

    /** {@code value} is that of the tag Specific Character Set. The last term that is known decides, since extensions come last. */
    static DicomCharset named(byte[] value) {
        var terms = List.of(
                new String(value, StandardCharsets.ISO_8859_1).replace("\0", "").split("\\\\"));
        for (var term : terms.reversed()) {
            var name = NAMES.get(term.strip().replace("ISO_", "").replace("ISO 2022 ", ""));
            if (name != null && Charset.isSupported(name)) {
                var escapes = name.startsWith("ISO-2022") ? Escapes.DECODED : Escapes.DROPPED;
                return new DicomCharset(Charset.forName(name), escapes);
            }
        }
        return UNSAID;
    }

    String decode(byte[] text) {
        return switch (escapes) {
            case DECODED -> new String(text, charset);
            case DROPPED -> new String(withoutEscapes(text), charset);
            case GUESSED -> guess(text);
        };
    }

    private String guess(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(text, charset);
        }
    }

    /** An escape sequence (ISO 2022) is ESC, bytes from 0x20 to 0x2F, and one byte that ends it. */
    private static byte[] withoutEscapes(byte[] text) {
        byte[] kept = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0x1B) {
                do {
                    i++;
                } while (i < text.length && text[i] >= 0x20 && text[i] <= 0x2F);
            } else {
                kept[length++] = text[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
