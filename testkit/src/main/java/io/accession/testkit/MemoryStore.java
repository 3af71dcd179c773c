package io.accession.testkit;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A store in the memory of a test, with buckets that exist as soon as something lies in them. Counts what it is asked. */
public final class MemoryStore implements ObjectStore {

    private static final int PAGE_SIZE = 1000;

    private record Name(String bucket, String key) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byBucket = bucket.compareTo(other.bucket);
            return byBucket != 0 ? byBucket : compareKeys(key, other.key);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Stored(byte[] bytes, ObjectStat stat) {}

    private final ConcurrentSkipListMap<Name, Stored> objects = new ConcurrentSkipListMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final Clock clock;

    public MemoryStore() {
        this(Clock.systemUTC());
    }

    public MemoryStore(Clock clock) {
        this.clock = clock;
    }

    /** Puts an object there, replacing what was there, and tells where it is. */
    public ObjectLocation holds(String bucket, String key, byte[] bytes) {
        var location = location(bucket, key);
        put(location, bytes.clone(), "application/octet-stream");
        return location;
    }

    /** The name of an object that may or may not be there. */
    public static ObjectLocation location(String bucket, String key) {
        return new ObjectLocation(Provider.S3_COMPATIBLE, "http://memory", bucket, key, null);
    }

    /** Calls of {@code stat} and {@code read} so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        requests.incrementAndGet();
        return find(object).stat();
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        requests.incrementAndGet();
        var stored = find(object);
        int from = (int) Math.min(offset, stored.bytes().length);
        int to = (int) Math.min((long) from + length, stored.bytes().length);
        return new ObjectBytes(Arrays.copyOfRange(stored.bytes(), from, to), stored.stat());
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) {
        var page = new ArrayList<ObjectPage.Listed>();
        String start = compareKeys(after, prefix) > 0 ? after : prefix;
        for (var entry : objects.tailMap(new Name(bucket, start), true).entrySet()) {
            var name = entry.getKey();
            if (!name.bucket().equals(bucket) || !name.key().startsWith(prefix)) {
                break;
            }
            if (page.size() == PAGE_SIZE) {
                return new ObjectPage(page, page.getLast().key());
            }
            if (compareKeys(name.key(), after) > 0) {
                page.add(new ObjectPage.Listed(name.key(), entry.getValue().stat()));
            }
        }
        return new ObjectPage(page, null);
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws IOException {
        byte[] content = bytes.readNBytes(Math.toIntExact(length));
        if (content.length != length) {
            throw new IOException("the stream ended after " + content.length + " of " + length + " bytes");
        }
        return put(object, content, contentType);
    }

    @Override
    public void delete(ObjectLocation object) {
        objects.remove(name(object));
    }

    /** A URL of a scheme that nothing fetches: signed URLs of this store can be looked at, not followed. */
    @Override
    public URI sign(ObjectLocation object, Duration lifetime) {
        return URI.create("memory://" + object.bucket() + "/"
                + URLEncoder.encode(object.key(), StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("+", "%20")
                + "?expires=" + Instant.now(clock).plus(lifetime).getEpochSecond());
    }

    @Override
    public void close() {}

    private ObjectStat put(ObjectLocation object, byte[] bytes, String contentType) {
        var stat =
                new ObjectStat(bytes.length, "\"" + versions.incrementAndGet() + "\"", Instant.now(clock), contentType);
        objects.put(name(object), new Stored(bytes, stat));
        return stat;
    }

    /** The order of buckets is that of UTF-8 bytes. */
    private static int compareKeys(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Stored find(ObjectLocation object) throws ObjectUnavailableException {
        var stored = objects.get(name(object));
        if (stored == null) {
            throw new ObjectUnavailableException(
                    FailureCode.OBJECT_NOT_FOUND, "There is no object " + object.key() + " in " + object.bucket());
        }
        return stored;
    }

    private static Name name(ObjectLocation object) {
        return new Name(object.bucket(), object.key());
    }
}
