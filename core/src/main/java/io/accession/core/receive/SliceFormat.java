package io.accession.core.receive;

import com.github.luben.zstd.Zstd;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.IdentityHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * How a slice lies in the database: a Zstandard frame around its entries, one behind the other. An entry is, big-endian: ordinal, slot,
 * type key, index, line, column, flags, then identity (16 bytes) if flag 1, the repeated ordinal if flag 2, code and message if flag 4,
 * and the raw bytes. Texts and raw bytes carry a four-byte length.
 */
public final class SliceFormat {

    private static final int IDENTITY = 1;
    private static final int REPEATS = 2;
    private static final int FAILED = 4;
    private static final int LEVEL = 1;

    private SliceFormat() {}

    /** Calls back for every entry in order; entries are views of one buffer that nobody writes to again. */
    public static void read(byte[] body, Consumer<SlicedEntry> entries) {
        var reader = new Reader(Zstd.decompress(body, Math.toIntExact(Zstd.getFrameContentSize(body))));
        while (reader.buffer.hasRemaining()) {
            entries.accept(reader.next());
        }
    }

    private static final class Reader {

        private final byte[] bytes;
        private final ByteBuffer buffer;

        Reader(byte[] bytes) {
            this.bytes = bytes;
            this.buffer = ByteBuffer.wrap(bytes);
        }

        SlicedEntry next() {
            int ordinal = buffer.getInt();
            int slot = buffer.getInt();
            var position = new EntryPosition(text(), buffer.getInt(), buffer.getLong(), buffer.getLong());
            int flags = buffer.get();
            var identity = (flags & IDENTITY) == 0 ? null : new IdentityHash(buffer.getLong(), buffer.getLong());
            int repeats = (flags & REPEATS) == 0 ? -1 : buffer.getInt();
            var failure = (flags & FAILED) == 0 ? null : new Failure(FailureCode.valueOf(text()), text());
            int length = buffer.getInt();
            var raw = new RawJson(bytes, skip(length), length);
            return new SlicedEntry(ordinal, slot, position, identity, repeats, failure, raw);
        }

        private String text() {
            int length = buffer.getInt();
            return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
        }

        private int skip(int length) {
            int start = buffer.position();
            buffer.position(start + length);
            return start;
        }
    }

    /** Collects the entries of one slice. Used again for the next one. For one thread. */
    static final class Writer {

        private ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        private int entries;

        void add(SlicedEntry entry) {
            var identity = entry.identity();
            var failure = entry.failure();
            entries++;
            reserve(64).putInt(entry.ordinal()).putInt(entry.slot());
            putText(entry.position().typeKey());
            reserve(64)
                    .putInt(entry.position().index())
                    .putLong(entry.position().line())
                    .putLong(entry.position().column())
                    .put((byte) ((identity == null ? 0 : IDENTITY)
                            | (entry.repeats() < 0 ? 0 : REPEATS)
                            | (failure == null ? 0 : FAILED)));
            if (identity != null) {
                buffer.putLong(identity.high()).putLong(identity.low());
            }
            if (entry.repeats() >= 0) {
                buffer.putInt(entry.repeats());
            }
            if (failure != null) {
                putText(failure.code().name());
                putText(failure.message());
            }
            var raw = entry.raw();
            reserve(4 + raw.length()).putInt(raw.length()).put(raw.buffer(), raw.offset(), raw.length());
        }

        private void putText(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            reserve(4 + bytes.length).putInt(bytes.length).put(bytes);
        }

        private ByteBuffer reserve(int bytes) {
            if (buffer.remaining() < bytes) {
                var larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
                buffer = larger.put(buffer.flip());
            }
            return buffer;
        }

        int entries() {
            return entries;
        }

        int bytes() {
            return buffer.position();
        }

        /** The slice's body; the writer is empty afterwards. */
        byte[] finish() {
            var body = compress();
            buffer.clear();
            entries = 0;
            return body;
        }

        private byte[] compress() {
            var target = new byte[Math.toIntExact(Zstd.compressBound(buffer.position()))];
            long length = Zstd.compressByteArray(
                    target, 0, target.length, buffer.array(), 0, buffer.position(), LEVEL, false);
            if (Zstd.isError(length)) {
                throw new IllegalStateException("a slice cannot be compressed: " + Zstd.getErrorName(length));
            }
            return Arrays.copyOf(target, Math.toIntExact(length));
        }
    }
}
