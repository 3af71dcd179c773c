package io.accession.server.parquet;

import java.util.List;

/**
 * A part of a column that has pages of its own.
 *
 * @param present the definition level of a value that is there
 */
record Leaf(Type type, int present, List<String> path) {

    enum Type {
        BOOLEAN(0),
        INT64(2),
        FLOAT(4),
        DOUBLE(5),
        BYTES(6);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** As the format numbers them. */
        int number() {
            return number;
        }
    }

    static Leaf of(Type type, int present, String... path) {
        return new Leaf(type, present, List.of(path));
    }

    boolean isRepeated() {
        return type == Type.FLOAT;
    }
}
