package io.accession.server.parquet;

import java.util.List;

/** A column, any of whose values may be missing. */
public record ParquetColumn(String name, Kind kind) {

    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    private static final int UTF8 = 0;
    private static final int LIST = 3;
    private static final int TIMESTAMP_MICROS = 10;

    /** What a column holds, and so which values it takes. */
    public enum Kind {
        FLAG,
        /** Quantities without a fraction, in 64 bits. */
        WHOLE,
        QUANTITY,
        /** Words and ids. */
        TEXT,
        /** In microseconds, UTC. */
        MOMENT,
        /** A group of two columns. */
        PLACE,
        /** A list of 32-bit numbers. */
        VECTOR
    }

    /** What of it has pages of its own. */
    List<Leaf> leaves() {
        return switch (kind) {
            case FLAG -> List.of(Leaf.of(Leaf.Type.BOOLEAN, 1, name));
            case WHOLE, MOMENT -> List.of(Leaf.of(Leaf.Type.INT64, 1, name));
            case QUANTITY -> List.of(Leaf.of(Leaf.Type.DOUBLE, 1, name));
            case TEXT -> List.of(Leaf.of(Leaf.Type.BYTES, 1, name));
            case PLACE ->
                List.of(
                        Leaf.of(Leaf.Type.DOUBLE, 1, name, "latitude"),
                        Leaf.of(Leaf.Type.DOUBLE, 1, name, "longitude"));
            case VECTOR -> List.of(Leaf.of(Leaf.Type.FLOAT, 2, name, "list", "element"));
        };
    }

    /** What the format calls schema elements, the column's own before those in it. */
    List<Thrift> elements() {
        return switch (kind) {
            case FLAG -> List.of(leaf(Leaf.Type.BOOLEAN));
            case WHOLE -> List.of(leaf(Leaf.Type.INT64));
            case QUANTITY -> List.of(leaf(Leaf.Type.DOUBLE));
            case TEXT ->
                List.of(leaf(Leaf.Type.BYTES).number(6, UTF8).struct(10, new Thrift().struct(1, new Thrift())));
            case MOMENT ->
                List.of(leaf(Leaf.Type.INT64).number(6, TIMESTAMP_MICROS).struct(10, utcMicros()));
            case PLACE ->
                List.of(
                        group(OPTIONAL, name, 2),
                        element(Leaf.Type.DOUBLE, REQUIRED, "latitude"),
                        element(Leaf.Type.DOUBLE, REQUIRED, "longitude"));
            case VECTOR ->
                List.of(
                        group(OPTIONAL, name, 1).number(6, LIST).struct(10, new Thrift().struct(3, new Thrift())),
                        group(REPEATED, "list", 1),
                        element(Leaf.Type.FLOAT, REQUIRED, "element"));
        };
    }

    private Thrift leaf(Leaf.Type type) {
        return element(type, OPTIONAL, name);
    }

    private static Thrift element(Leaf.Type type, int repetition, String name) {
        return new Thrift().number(1, type.number()).number(3, repetition).text(4, name);
    }

    private static Thrift group(int repetition, String name, int children) {
        return new Thrift().number(3, repetition).text(4, name).number(5, children);
    }

    private static Thrift utcMicros() {
        var micros = new Thrift().struct(2, new Thrift());
        return new Thrift().struct(8, new Thrift().flag(1, true).struct(2, micros));
    }
}
