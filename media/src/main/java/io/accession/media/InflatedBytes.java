package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What deflated bytes (RFC 1951) amount to. Inflates no more than is asked for, and never more than a limit. */
final class InflatedBytes implements ByteSequence, AutoCloseable {

    private static final int INPUT = 16 * 1024;
    private static final int OUTPUT = 4 * 1024;

    private final BlockReader in;
    private final long most;
    private final Inflater inflater = new Inflater(true);
    private final byte[] output = new byte[OUTPUT];
    private long stored;
    private long inflated;
    private int filled;
    private int used;

    /** Deflated bytes begin at {@code offset}; more than {@code most} inflated ones are refused. */
    InflatedBytes(BlockReader in, long offset, long most) {
        this.in = in;
        this.stored = offset;
        this.most = most;
    }

    @Override
    public long position() {
        return inflated - (filled - used);
    }

    @Override
    public boolean hasEnded() throws BadMediaException, ObjectUnavailableException {
        return used == filled && !inflate();
    }

    @Override
    public byte[] take(int length) throws BadMediaException, ObjectUnavailableException {
        byte[] taken = new byte[length];
        for (int done = 0; done < length; ) {
            int step = step(length - done);
            System.arraycopy(output, used, taken, done, step);
            used += step;
            done += step;
        }
        return taken;
    }

    @Override
    public void skip(long length) throws BadMediaException, ObjectUnavailableException {
        for (long left = length; left > 0; ) {
            int step = step(left);
            used += step;
            left -= step;
        }
    }

    private int step(long wanted) throws BadMediaException, ObjectUnavailableException {
        if (hasEnded()) {
            throw ByteSequence.ended(position());
        }
        return (int) Math.min(wanted, filled - used);
    }

    /** Fills the output anew; false when the deflated bytes have come to their own end. */
    private boolean inflate() throws BadMediaException, ObjectUnavailableException {
        filled = 0;
        used = 0;
        try {
            while (!inflater.finished()) {
                feed();
                int count = inflater.inflate(output);
                if (count > 0) {
                    return counted(count);
                }
            }
            return false;
        } catch (DataFormatException e) {
            throw BadMediaException.damaged("The compressed header cannot be inflated");
        }
    }

    private boolean counted(int count) throws BadMediaException {
        inflated += count;
        filled = count;
        if (inflated > most) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TOO_LARGE, "The compressed header inflates to more than " + most + " bytes");
        }
        return true;
    }

    private void feed() throws BadMediaException, ObjectUnavailableException {
        if (inflater.needsDictionary()) {
            throw BadMediaException.damaged("The compressed header needs a dictionary that it does not bring");
        }
        if (!inflater.needsInput()) {
            return;
        }
        byte[] more = in.some(stored, INPUT);
        if (more.length == 0) {
            throw ByteSequence.ended(stored);
        }
        inflater.setInput(more);
        stored += more.length;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
