package io.accession.server.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Texts too long to be kept in memory. */
final class Texts {

    private Texts() {}

    /** {@code part} of 0 to {@code count - 1}, one behind the other, made when they are read. */
    static InputStream parts(int count, IntFunction<String> part) {
        return new InputStream() {
            private int made;
            private InputStream current = InputStream.nullInputStream();

            @Override
            public int read() {
                throw new UnsupportedOperationException("read more at a time");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = current.read(target, offset, length);
                while (read < 0 && made < count) {
                    current = new ByteArrayInputStream(part.apply(made++).getBytes(StandardCharsets.UTF_8));
                    read = current.read(target, offset, length);
                }
                return read;
            }
        };
    }

    static InputStream joined(InputStream... texts) {
        return new SequenceInputStream(Collections.enumeration(List.of(texts)));
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same text again and again, so that it is {@code megabytes} long. */
    static InputStream filling(String text, int megabytes) {
        var megabyte = text.repeat((1 << 20) / text.length());
        return parts(megabytes, _ -> megabyte);
    }
}
