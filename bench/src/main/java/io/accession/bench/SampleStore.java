package io.accession.bench;

import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.Provider;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/** One object in memory whose storage waits before each answer, as one that is far away does. It is only read. */
final class SampleStore implements ObjectStore {

    private final byte[] bytes;
    private final Duration latency;
    private final ObjectStat stat;

    SampleStore(byte[] bytes, Duration latency) {
        this.bytes = bytes.clone();
        this.latency = latency;
        this.stat = new ObjectStat(bytes.length, "\"sample\"", null, null);
    }

    static ObjectLocation location(String name) {
        return new ObjectLocation(Provider.S3_COMPATIBLE, "http://memory", "samples", name, null);
    }

    @Override
    public ObjectStat stat(ObjectLocation object) {
        await();
        return stat;
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) {
        await();
        int from = (int) Math.min(offset, bytes.length);
        return new ObjectBytes(
                Arrays.copyOfRange(bytes, from, (int) Math.min((long) from + length, bytes.length)), stat);
    }

    private void await() {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream content, long length, String contentType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(ObjectLocation object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
