package io.accession.storage;

import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A success that answers a request for a range, from whatever server. Servers may ignore the range and send everything (200), or
 * send another range than was asked for.
 *
 * @param stat with the length of the body as its size; the size of the object comes out of the range
 */
record RangedAnswer(int status, @Nullable String contentRange, ObjectStat stat) {

    /** What a server that ignores ranges is read over to get to the offset; beyond, it is no use to us. */
    private static final long MOST_SKIPPED = 1 << 20;

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Reads at most {@code length} bytes, and none that come after them. */
    ObjectBytes read(InputStream body, long offset, int length, String host)
            throws ObjectUnavailableException, IOException {
        return status == 206 ? readPart(body, offset, length, host) : readFromWhole(body, offset, length, host);
    }

    /** The object's stat, without reading the body. */
    ObjectStat objectStat(String host) throws ObjectUnavailableException {
        if (status != 206) {
            return stat;
        }
        return withSize(total(range(host)));
    }

    private ObjectBytes readPart(InputStream body, long offset, int length, String host)
            throws ObjectUnavailableException, IOException {
        var range = range(host);
        if (total(range) >= 0 && offset >= total(range)) {
            return new ObjectBytes(new byte[0], withSize(total(range))); // an empty part, where others answer 416
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        if (first != offset || last < first) {
            throw StorageFailures.misbehaved(host + " sent another range of the object than was asked for.");
        }
        int promised = (int) Math.min(length, last - first + 1);
        byte[] bytes = body.readNBytes(promised);
        long total = total(range);
        boolean moreThere = total < 0 ? bytes.length < promised : offset + bytes.length < total;
        if (bytes.length < length && moreThere) {
            throw StorageFailures.misbehaved(host + " sent less of the object than was asked for and there is.");
        }
        return new ObjectBytes(bytes, withSize(total));
    }

    private ObjectBytes readFromWhole(InputStream body, long offset, int length, String host)
            throws ObjectUnavailableException, IOException {
        if (stat.bytes() >= 0 && offset >= stat.bytes()) {
            return new ObjectBytes(new byte[0], stat);
        }
        if (offset > MOST_SKIPPED) {
            throw StorageFailures.misbehaved(host + " does not serve parts of objects (it ignores Range).");
        }
        byte[] skipped = body.readNBytes((int) offset);
        return new ObjectBytes(skipped.length < offset ? new byte[0] : body.readNBytes(length), stat);
    }

    private Matcher range(String host) throws ObjectUnavailableException {
        var matcher = CONTENT_RANGE.matcher(contentRange == null ? "" : contentRange.strip());
        if (!matcher.matches()) {
            throw StorageFailures.misbehaved(host + " sent a part of the object without saying which.");
        }
        return matcher;
    }

    private static long total(Matcher range) {
        return range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
    }

    private ObjectStat withSize(long bytes) {
        return new ObjectStat(bytes, stat.etag(), stat.lastModified(), stat.contentType());
    }
}
