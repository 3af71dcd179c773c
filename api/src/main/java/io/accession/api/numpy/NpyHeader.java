package io.accession.api.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .npy} file says of itself before its values.
 *
 * @param fields of one element: a single one without a name, or those of a structured array
 * @param shape empty for a single element
 */
public record NpyHeader(List<Field> fields, List<Long> shape) {

    /** Headers are about a hundred bytes long. */
    private static final int LONGEST = 64 << 10;

    /** A multiple of 64, as the format wants it. */
    static final int WRITTEN_BYTES = 192;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** {@code count} values of one type, one after the other. */
    public record Field(String name, NpyType type, int count) {
        public long bytes() {
            return (long) count * type.bytes();
        }
    }

    public NpyHeader {
        fields = List.copyOf(fields);
        shape = List.copyOf(shape);
    }

    /** Afterwards the stream stands at the first value. */
    public static NpyHeader read(InputStream in) throws IOException {
        var start = bytes(in, 8);
        if (!Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw new NpyFormatException("This is no .npy file. Write one with numpy.save.");
        }
        int version = start[6];
        if (version < 1 || version > 3) {
            throw new NpyFormatException("The .npy file is of version " + version + "; 1 to 3 are read.");
        }
        var size = ByteBuffer.wrap(bytes(in, version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        long length = version == 1 ? size.getShort() & 0xFFFF : size.getInt() & 0xFFFFFFFFL;
        if (length > LONGEST) {
            throw new NpyFormatException("The header of the .npy file is longer than any that is needed.");
        }
        var charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return of(PythonLiteral.read(new String(bytes(in, (int) length), charset)));
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new NpyFormatException("The .npy file ends within its header.");
        }
        return bytes;
    }

    private static NpyHeader of(Object header) throws NpyFormatException {
        if (!(header instanceof Map<?, ?> map && map.get("shape") instanceof List<?> shape)) {
            throw new NpyFormatException("The header of the .npy file has no shape.");
        }
        if (!Boolean.FALSE.equals(map.get("fortran_order")) && shape.size() > 1) {
            throw new NpyFormatException(
                    "The array is in Fortran order. Write it with numpy.save(file, numpy.ascontiguousarray(array)).");
        }
        return new NpyHeader(fields(map.get("descr")), lengths(shape));
    }

    private static List<Field> fields(@Nullable Object description) throws NpyFormatException {
        if (description instanceof String type) {
            return List.of(new Field("", NpyType.parse(type), 1));
        }
        var fields = new ArrayList<Field>();
        if (description instanceof List<?> list) {
            for (var field : list) {
                fields.add(field(field));
            }
        }
        if (fields.isEmpty()) {
            throw new NpyFormatException("The header of the .npy file does not tell the type of its values.");
        }
        return fields;
    }

    private static Field field(Object field) throws NpyFormatException {
        if (field instanceof List<?> parts
                && (parts.size() == 2 || parts.size() == 3)
                && parts.get(0) instanceof String name
                && parts.get(1) instanceof String type) {
            return new Field(name, NpyType.parse(type), parts.size() == 2 ? 1 : count(parts.get(2)));
        }
        throw new NpyFormatException("Fields of the structured array have a name, a type and at most one length.");
    }

    private static int count(Object shape) throws NpyFormatException {
        var lengths = shape instanceof Long length
                ? List.of(length)
                : shape instanceof List<?> list ? lengths(list) : List.<Long>of();
        if (lengths.size() != 1 || lengths.getFirst() < 1 || lengths.getFirst() > 1 << 16) {
            throw new NpyFormatException("A field of the structured array has a shape that no vector has.");
        }
        return lengths.getFirst().intValue();
    }

    private static List<Long> lengths(List<?> shape) throws NpyFormatException {
        var lengths = new ArrayList<Long>();
        for (var length : shape) {
            if (!(length instanceof Long number)) {
                throw new NpyFormatException("The header of the .npy file has a shape that is none.");
            }
            lengths.add(number);
        }
        return lengths;
    }

    /** The bytes of one element. */
    public long elementBytes() {
        return fields.stream().mapToLong(Field::bytes).sum();
    }

    /** A header of {@link #WRITTEN_BYTES} bytes, so that it can be written again when the shape is known. */
    static byte[] write(String description, String shape) {
        var text = "{'descr': " + description + ", 'fortran_order': False, 'shape': (" + shape + "), }";
        var header = ByteBuffer.allocate(WRITTEN_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (WRITTEN_BYTES - 10));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
