package io.accession.core.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952) to its end: any number of members, each checked against its checksum and length. The JDK's own stream takes a
 * member that follows, or garbage, for the end when the source has nothing ready at that moment.
 */
final class GzipUnpacking extends InputStream {

    private static final int BUFFER_BYTES = 32 << 10;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean begun;

    GzipUnpacking(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            if (position == limit && !fill()) {
                throw cut();
            }
            inflater.setInput(buffer, position, limit - position);
            position = limit;
        }
        try {
            int count = inflater.inflate(target, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw damaged();
            }
            return count;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    /** False at the end of the source. */
    private boolean beginMember() throws IOException {
        if (position == limit && !fill()) {
            if (begun) {
                return false;
            }
            throw notGzip();
        }
        if (next() != 0x1F || next() != 0x8B) {
            throw begun
                    ? new PackingFault("something that is not gzip follows the end of the gzip data. Remove it")
                    : notGzip();
        }
        begun = true;
        readHeader();
        inMember = true;
        inflater.reset();
        checksum.reset();
        return true;
    }

    private void readHeader() throws IOException {
        if (next() != 8) {
            throw damaged();
        }
        int flags = next();
        skip(6); // time, level, system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expectedChecksum = number();
        long expectedLength = number();
        if (expectedChecksum != checksum.getValue() || expectedLength != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged();
        }
        inMember = false;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // file names and comments end with a zero
        }
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw cut();
        }
        return buffer[position++] & 0xFF;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, packed.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private static PackingFault notGzip() {
        return new PackingFault(
                "it is not compressed with gzip, as the header Content-Encoding says. Leave the header out");
    }

    private static PackingFault cut() {
        return new PackingFault("the gzip data ends in the middle. The file was cut off; compress it again");
    }

    private static PackingFault damaged() {
        return new PackingFault("the gzip data is damaged. Compress the manifest again");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
