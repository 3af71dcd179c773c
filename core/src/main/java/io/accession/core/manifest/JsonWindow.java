package io.accession.core.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a text that is in memory: bytes {@code position} to {@code limit} of {@code bytes} are still to be read. The scanner's
 * loops use the fields directly. The window slides when it is refilled, so indexes are good only until then; what has to stay is kept with
 * {@link #keep}, and offsets into the whole text stay true.
 */
final class JsonWindow {

    private static final int INITIAL_BYTES = 256 << 10;

    byte[] bytes;
    int position;
    int limit;

    private final @Nullable InputStream input;
    private final int keepBytes;
    private final long totalBytes;
    private long base;
    private int kept = -1;

    private JsonWindow(@Nullable InputStream input, byte[] bytes, int keepBytes, long totalBytes) {
        this.input = input;
        this.bytes = bytes;
        this.keepBytes = keepBytes;
        this.totalBytes = totalBytes;
    }

    /** A window over a stream. A kept part that grows past {@code limits.entryBytes()} is let go. */
    static JsonWindow over(InputStream input, ManifestLimits limits) {
        return new JsonWindow(input, new byte[INITIAL_BYTES], limits.entryBytes(), limits.manifestBytes());
    }

    /** A window without a text, to be given one with {@link #show}. */
    static JsonWindow empty() {
        return new JsonWindow(null, new byte[0], 0, 0);
    }

    void show(byte[] text, int offset, int length) {
        bytes = text;
        position = offset;
        limit = offset + length;
        base = 0;
    }

    /** Bytes of the whole text before {@code position}. */
    long offset() {
        return base + position;
    }

    /** Where a byte of the whole text is in {@code bytes}; negative when it has slid out. */
    int index(long offset) {
        return (int) Math.max(-1, offset - base);
    }

    void keep() {
        kept = position;
    }

    /** Where the kept part begins, or -1 when it grew too large to be kept. */
    int kept() {
        return kept;
    }

    void release() {
        kept = -1;
    }

    /** Replaces a byte already read by a space, if it is still here. */
    void blank(long offset) {
        if (offset >= base) {
            bytes[(int) (offset - base)] = ' ';
        }
    }

    /** Makes at least {@code count} bytes readable; false when the text ends before. */
    boolean has(int count) throws IOException {
        while (limit - position < count) {
            if (!refill()) {
                return false;
            }
        }
        return true;
    }

    /** Reads on. False at the end of the text. */
    boolean refill() throws IOException {
        if (input == null) {
            return false;
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        int count = input.read(bytes, limit, bytes.length - limit);
        if (count < 0) {
            return false;
        }
        limit += count;
        if (base + limit > totalBytes) {
            throw ManifestFaults.tooManyBytes(totalBytes);
        }
        return true;
    }

    private void makeRoom() {
        if (kept >= 0 && position - kept > keepBytes) {
            kept = -1;
        }
        int from = kept >= 0 ? kept : position;
        if (from == 0) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, (long) keepBytes + 2 * INITIAL_BYTES));
            return;
        }
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        base += from;
        position -= from;
        limit -= from;
        if (kept >= 0) {
            kept = 0;
        }
    }
}
