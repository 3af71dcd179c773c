package io.accession.api.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The type of one value, such as {@code <f4} or {@code S36}.
 *
 * @param kind f: floating point, i: integer, u: integer without sign, S: bytes, U: text of 32-bit characters
 * @param size in bytes, of text in characters
 */
public record NpyType(char kind, ByteOrder order, int size) {

    private static final Pattern FORM = Pattern.compile("([<>=|]?)([fiuSU])([1-9][0-9]{0,3})");

    static NpyType parse(String text) throws NpyFormatException {
        var form = FORM.matcher(text);
        if (form.matches()) {
            var order = form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            var type = new NpyType(form.group(2).charAt(0), order, Integer.parseInt(form.group(3)));
            if (type.isKnown()) {
                return type;
            }
        }
        throw new NpyFormatException("The .npy file has values of type '" + text
                + "'. Vectors are of float16, float32 or float64, ids of S36 or U36, frames of integers.");
    }

    private boolean isKnown() {
        return switch (kind) {
            case 'f' -> size == 2 || size == 4 || size == 8;
            case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
            default -> true;
        };
    }

    public boolean isFloat() {
        return kind == 'f';
    }

    public boolean isInteger() {
        return kind == 'i' || kind == 'u';
    }

    public boolean isText() {
        return kind == 'S' || kind == 'U';
    }

    public int bytes() {
        return kind == 'U' ? 4 * size : size;
    }

    /** What does not fit into 32 bits becomes infinite. */
    float floating(ByteBuffer row, int at) {
        row.order(order);
        return switch (size) {
            case 2 -> Float.float16ToFloat(row.getShort(at));
            case 4 -> row.getFloat(at);
            default -> (float) row.getDouble(at);
        };
    }

    long integer(ByteBuffer row, int at) {
        row.order(order);
        long value = switch (size) {
            case 1 -> row.get(at);
            case 2 -> row.getShort(at);
            case 4 -> row.getInt(at);
            default -> row.getLong(at);
        };
        return kind == 'u' && size < 8 ? value & ((1L << (8 * size)) - 1) : value;
    }

    /** Without the zeros that fill it up. */
    String text(ByteBuffer row, int at) {
        if (kind == 'S') {
            return new String(row.array(), row.arrayOffset() + at, size, StandardCharsets.ISO_8859_1)
                    .replaceFirst("\0+$", "");
        }
        row.order(order);
        var text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            int character = row.getInt(at + 4 * i);
            text.appendCodePoint(Character.isValidCodePoint(character) ? character : '?');
        }
        return text.toString().replaceFirst("\0+$", "");
    }
}
