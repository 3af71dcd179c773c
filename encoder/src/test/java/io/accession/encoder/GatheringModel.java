package io.accession.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest ONNX model that is a text encoder: each piece has a row of numbers. Written as its protocol buffers are (onnx.proto). */
final class GatheringModel {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private GatheringModel() {}

    /** {@code rows} are the vectors of the pieces by their numbers. */
    static byte[] of(String input, float[][] rows) {
        int size = rows[0].length;
        var numbers = ByteBuffer.allocate(rows.length * size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var row : rows) {
            for (float number : row) {
                numbers.putFloat(number);
            }
        }
        var weights = new Message()
                .number(1, rows.length)
                .number(1, size)
                .number(2, FLOAT)
                .text(8, "rows")
                .bytes(9, numbers.array());
        var node = new Message()
                .text(1, "rows")
                .text(1, input)
                .text(2, "last_hidden_state")
                .text(4, "Gather");
        var graph = new Message()
                .message(1, node)
                .text(2, "gathering")
                .message(5, weights)
                .message(11, value(input, INT64, 2))
                .message(12, value("last_hidden_state", FLOAT, 3));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().number(2, 13))
                .toBytes();
    }

    private static Message value(String name, int type, int rank) {
        var shape = new Message();
        for (int i = 0; i < rank; i++) {
            shape.message(1, new Message().text(2, "d" + i));
        }
        var tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        private void varint(long value) {
            long left = value;
            while (left > 127) {
                bytes.write((int) ((left & 127) | 128));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }
}
