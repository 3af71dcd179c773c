package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Gives its first bytes once. From then on it hangs until it is interrupted, or fails. */
final class StubbornView implements ObjectView {

    final CountDownLatch hanging = new CountDownLatch(1);
    private final byte[] bytes;
    private final @Nullable FailureCode failure;
    private int requests;

    private StubbornView(byte[] bytes, @Nullable FailureCode failure) {
        this.bytes = bytes;
        this.failure = failure;
    }

    static StubbornView hangs(byte[] bytes) {
        return new StubbornView(bytes, null);
    }

    static StubbornView fails(byte[] bytes, FailureCode failure) {
        return new StubbornView(bytes, failure);
    }

    @Override
    public ObjectStat stat() {
        return new ObjectStat(bytes.length, null, null, null);
    }

    @Override
    public byte[] read(long offset, int length) throws ObjectUnavailableException {
        if (requests++ == 0) {
            return Arrays.copyOf(bytes, Math.min(length, bytes.length));
        }
        if (failure != null) {
            throw new ObjectUnavailableException(failure, "The storage said so");
        }
        hanging.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ObjectUnavailableException(FailureCode.STORAGE_UNREACHABLE, "Interrupted");
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public long bytesRead() {
        return 0;
    }
}
