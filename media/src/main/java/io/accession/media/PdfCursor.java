package io.accession.media;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A place in a PDF, as its library reads. Cursors share their blocks. */
final class PdfCursor implements RandomAccessRead {

    private final PdfBytes bytes;
    private PdfBytes.Block block = PdfBytes.Block.NONE;
    private long position;
    private boolean closed;

    PdfCursor(PdfBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        if (isEOF()) {
            return -1;
        }
        move();
        bytes.allowance().spendWork(1);
        return block.bytes()[(int) (position++ - block.start())] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (isEOF()) {
            return -1;
        }
        move();
        int from = (int) (position - block.start());
        int count = Math.min(length, block.bytes().length - from);
        bytes.allowance().spendWork(count);
        System.arraycopy(block.bytes(), from, into, offset, count);
        position += count;
        return count;
    }

    private void move() {
        if (!block.holds(position)) {
            block = bytes.around(position);
        }
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long place) throws IOException {
        if (place < 0) {
            throw new IOException("There is no place " + place);
        }
        position = Math.min(place, bytes.length());
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= bytes.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(new PdfCursor(bytes), start, length, true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
