package io.accession.media;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Writes the values of one element as DICOM JSON (PS3.18 annex F). Values that are not what they should be stay texts. */
final class DicomValues {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,64}(\\.\\d{0,64})?|\\.\\d{1,64})([eE][+-]?\\d{1,2})?");

    private DicomValues() {}

    static void write(JsonGenerator out, DicomVr vr, byte[] value, boolean bigEndian, DicomCharset charset)
            throws IOException {
        switch (vr.form()) {
            case WORDS -> writeTexts(out, new String(value, StandardCharsets.ISO_8859_1).split("\\\\", -1));
            case TEXTS -> writeTexts(out, charset.decode(value).split("\\\\", -1));
            case TEXT -> writeTexts(out, charset.decode(value));
            case DECIMAL_TEXTS -> writeDecimals(out, new String(value, StandardCharsets.ISO_8859_1).split("\\\\", -1));
            case UNSIGNED, SIGNED, FLOATS -> writeNumbers(out, vr, value, bigEndian);
            case TAGS -> writeTags(out, value, bigEndian);
            case BYTES -> writeBytes(out, value);
            case SEQUENCE -> throw new IllegalArgumentException("a sequence has items");
        }
    }

    private static void writeTexts(JsonGenerator out, String... texts) throws IOException {
        writeTrimmed(out, false, texts);
    }

    private static void writeDecimals(JsonGenerator out, String... texts) throws IOException {
        writeTrimmed(out, true, texts);
    }

    /** No value at all where there is nothing but padding; null for an empty one among others. */
    private static void writeTrimmed(JsonGenerator out, boolean decimal, String... texts) throws IOException {
        if (texts.length == 1 && trimmed(texts[0]).isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("Value");
        for (var text : texts) {
            var trimmed = trimmed(text);
            if (trimmed.isEmpty()) {
                out.writeNull();
            } else if (decimal && DECIMAL.matcher(trimmed).matches()) {
                out.writeNumber(new BigDecimal(trimmed));
            } else {
                out.writeString(trimmed);
            }
        }
        out.writeEndArray();
    }

    /** Without padding, and without characters that no database keeps. */
    private static String trimmed(String text) {
        return text.replace("\0", "").strip();
    }

    private static void writeNumbers(JsonGenerator out, DicomVr vr, byte[] value, boolean bigEndian)
            throws IOException {
        if (value.length < vr.bytes()) {
            return;
        }
        out.writeArrayFieldStart("Value");
        for (int at = 0; at + vr.bytes() <= value.length; at += vr.bytes()) {
            long bits = LittleAndBig.number(value, at, vr.bytes(), bigEndian);
            switch (vr) {
                case FL -> writeFinite(out, Float.intBitsToFloat((int) bits));
                case FD -> writeFinite(out, Double.longBitsToDouble(bits));
                case UV -> out.writeNumber(new BigInteger(Long.toUnsignedString(bits)));
                case UL, US -> out.writeNumber(bits);
                default -> out.writeNumber(LittleAndBig.signed(value, at, vr.bytes(), bigEndian));
            }
        }
        out.writeEndArray();
    }

    private static void writeFinite(JsonGenerator out, double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeNull();
        }
    }

    private static void writeTags(JsonGenerator out, byte[] value, boolean bigEndian) throws IOException {
        out.writeArrayFieldStart("Value");
        for (int at = 0; at + 4 <= value.length; at += 4) {
            long group = LittleAndBig.number(value, at, 2, bigEndian);
            long element = LittleAndBig.number(value, at + 2, 2, bigEndian);
            out.writeString(HexFormat.of().withUpperCase().toHexDigits((int) (group << 16 | element)));
        }
        out.writeEndArray();
    }

    private static void writeBytes(JsonGenerator out, byte[] value) throws IOException {
        if (value.length > 0) {
            out.writeBinaryField("InlineBinary", value);
        }
    }
}
