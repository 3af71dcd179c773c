package io.accession.storage.parquet;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.LayerKind;
import dev.hardwood.reader.Validity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a batch of rows has in one column. Rows count from 0. */
final class Cells {

    private static final int UUID_BYTES = 16;

    private final String name;
    private final boolean isList;
    private final boolean isNested;
    private final PhysicalType type;
    private final Validity there;
    private final int[] offsets;
    private final Validity elements;
    /** An array of a primitive type, or of arrays of bytes. */
    private final Object values;

    /** Of the batch at which the reader stands. */
    Cells(String name, ColumnReader column) {
        this.name = name;
        this.type = column.getColumnSchema().type();
        this.isNested = column.getLayerCount() > 0;
        this.isList = column.getLayerCount() == 1 && column.getLayerKind(0) == LayerKind.REPEATED;
        this.there = isNested ? column.getLayerValidity(0) : column.getLeafValidity();
        this.offsets = isList ? column.getLayerOffsets(0) : new int[0];
        this.elements = column.getLeafValidity();
        this.values = values(type, column);
    }

    private static Object values(PhysicalType type, ColumnReader column) {
        return switch (type) {
            case BOOLEAN -> column.getBooleans();
            case INT32 -> column.getInts();
            case INT64 -> column.getLongs();
            case FLOAT -> column.getFloats();
            case DOUBLE -> column.getDoubles();
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> column.getBinaries();
        };
    }

    boolean isMissing(int row) {
        return there.isNull(row);
    }

    /** UUIDs are taken for texts as well. */
    String text(int row) throws ParquetFormatException {
        if (isNested || !(values instanceof byte[][] texts)) {
            throw unexpected("texts");
        }
        byte[] text = texts[row];
        if (type != PhysicalType.FIXED_LEN_BYTE_ARRAY || text.length != UUID_BYTES) {
            return new String(text, StandardCharsets.UTF_8);
        }
        var bits = ByteBuffer.wrap(text);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    boolean flag(int row) throws ParquetFormatException {
        if (isNested || !(values instanceof boolean[] flags)) {
            throw unexpected("true and false");
        }
        return flags[row];
    }

    long whole(int row) throws ParquetFormatException {
        return switch (values) {
            case int[] numbers when !isNested -> numbers[row];
            case long[] numbers when !isNested -> numbers[row];
            default -> throw unexpected("whole numbers");
        };
    }

    /** The first {@code most} numbers of a list. What is missing among them is not a number. */
    float[] vector(int row, int most) throws ParquetFormatException {
        if (!isList) {
            throw unexpected("lists of numbers");
        }
        int begin = offsets[row];
        var vector = new float[Math.min(offsets[row + 1] - begin, most)];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = elements.isNull(begin + i) ? Float.NaN : number(begin + i);
        }
        return vector;
    }

    private float number(int place) throws ParquetFormatException {
        return switch (values) {
            case float[] numbers -> numbers[place];
            case double[] numbers -> (float) numbers[place];
            case int[] numbers -> numbers[place];
            case long[] numbers -> numbers[place];
            default -> throw unexpected("lists of numbers");
        };
    }

    private ParquetFormatException unexpected(String expected) {
        return new ParquetFormatException("its column " + name + " has to hold " + expected);
    }
}
