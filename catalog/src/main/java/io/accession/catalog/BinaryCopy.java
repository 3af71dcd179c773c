package io.accession.catalog;

import io.accession.core.manifest.RawJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in PostgreSQL's binary COPY format (manual, "COPY", section "Binary Format"), which costs the server less than text. The
 * caller writes exactly as many columns per row as the COPY statement names, in its order. For one thread.
 */
final class BinaryCopy {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 1 << 16;
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Writes the rows of a COPY. */
    @FunctionalInterface
    interface Rows {
        void write(BinaryCopy copy) throws SQLException;
    }

    /** Runs {@code COPY … FROM STDIN (FORMAT binary)}; what {@code rows} writes is stored, or nothing is. */
    static void into(Handle handle, String statement, Rows rows) throws SQLException {
        var copyIn =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            var copy = new BinaryCopy(copyIn);
            copy.start();
            rows.write(copy);
            copy.end();
        } finally {
            if (copyIn.isActive()) {
                copyIn.cancelCopy();
            }
        }
    }

    private void start() throws SQLException {
        reserve(HEADER.length + 8).put(HEADER).putInt(0).putInt(0);
    }

    private void end() throws SQLException {
        reserve(2).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    BinaryCopy row(int columns) throws SQLException {
        reserve(2).putShort((short) columns);
        return this;
    }

    BinaryCopy put(UUID value) throws SQLException {
        reserve(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy putNullable(@Nullable UUID value) throws SQLException {
        return value == null ? putNull() : put(value);
    }

    BinaryCopy put(boolean value) throws SQLException {
        reserve(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    BinaryCopy put(int value) throws SQLException {
        reserve(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy put(long value) throws SQLException {
        reserve(12).putInt(8).putLong(value);
        return this;
    }

    BinaryCopy put(double value) throws SQLException {
        reserve(12).putInt(8).putDouble(value);
        return this;
    }

    /** A {@code timestamptz}: microseconds since the year 2000. */
    BinaryCopy put(Instant value) throws SQLException {
        return put(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
    }

    BinaryCopy putNullable(@Nullable Instant value) throws SQLException {
        return value == null ? putNull() : put(value);
    }

    BinaryCopy put(@Nullable String value) throws SQLException {
        return value == null ? putNull() : put(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code bytea}, or text that is UTF-8 already. */
    BinaryCopy put(byte[] value) throws SQLException {
        reserve(4).putInt(value.length);
        write(value, 0, value.length);
        return this;
    }

    BinaryCopy putText(RawJson value) throws SQLException {
        reserve(4).putInt(value.length());
        write(value.buffer(), value.offset(), value.length());
        return this;
    }

    BinaryCopy putJsonb(@Nullable RawJson value) throws SQLException {
        if (value == null) {
            return putNull();
        }
        reserve(5).putInt(1 + value.length()).put(JSONB_VERSION);
        write(value.buffer(), value.offset(), value.length());
        return this;
    }

    BinaryCopy putJsonb(@Nullable String value) throws SQLException {
        if (value == null) {
            return putNull();
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return putJsonb(new RawJson(bytes, 0, bytes.length));
    }

    BinaryCopy putNull() throws SQLException {
        reserve(4).putInt(-1);
        return this;
    }

    private void write(byte[] bytes, int offset, int length) throws SQLException {
        if (length > BUFFER) {
            flush();
            copy.writeToCopy(bytes, offset, length);
        } else {
            reserve(length).put(bytes, offset, length);
        }
    }

    private ByteBuffer reserve(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
