package io.accession.server.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A struct in Thrift's compact protocol, which describes everything in a Parquet file. Fields are written in the order of their ids. */
final class Thrift {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private static final int SHORT_LIST = 15;

    private final Bytes bytes = new Bytes();
    private int last;

    Thrift flag(int field, boolean value) {
        begin(field, value ? TRUE : FALSE);
        return this;
    }

    Thrift number(int field, int value) {
        begin(field, I32);
        bytes.zigzag(value);
        return this;
    }

    Thrift number(int field, long value) {
        begin(field, I64);
        bytes.zigzag(value);
        return this;
    }

    Thrift text(int field, String value) {
        begin(field, BINARY);
        text(value);
        return this;
    }

    Thrift struct(int field, Thrift value) {
        begin(field, STRUCT);
        end(value);
        return this;
    }

    Thrift structs(int field, List<Thrift> values) {
        list(field, STRUCT, values.size());
        values.forEach(this::end);
        return this;
    }

    Thrift texts(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::text);
        return this;
    }

    Thrift numbers(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(bytes::zigzag);
        return this;
    }

    /** The struct as it stands alone. */
    Bytes ended() {
        var ended = new Bytes();
        ended.add(bytes);
        ended.one(0);
        return ended;
    }

    private void end(Thrift value) {
        bytes.add(value.bytes);
        bytes.one(0);
    }

    private void text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        bytes.varint(text.length);
        bytes.add(text);
    }

    private void list(int field, int type, int size) {
        begin(field, LIST);
        if (size < SHORT_LIST) {
            bytes.one(size << 4 | type);
        } else {
            bytes.one(SHORT_LIST << 4 | type);
            bytes.varint(size);
        }
    }

    /** Ids are at most 15 apart in all structs that are written here. */
    private void begin(int field, int type) {
        bytes.one((field - last) << 4 | type);
        last = field;
    }
}
