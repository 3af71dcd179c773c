package io.accession.core.manifest;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads Zstandard frames to the end. What the data is to blame for is a {@link PackingFault}; faults of the source stay what they are. */
final class ZstdUnpacking extends FilterInputStream {

    /** What a content coding may ask for (RFC 9659): 8 MiB. */
    private static final int WINDOW_LOG = 23;

    private final Source source;
    private boolean unpackedBefore;

    private ZstdUnpacking(Source source, InputStream unpacked) {
        super(unpacked);
        this.source = source;
    }

    static InputStream of(InputStream packed) throws IOException {
        var source = new Source(packed);
        return new ZstdUnpacking(source, new ZstdInputStreamNoFinalizer(source).setLongMax(WINDOW_LOG));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = in.read(target, offset, length);
            if (count < 0 && source.isEmpty) {
                throw notZstd();
            }
            unpackedBefore |= count > 0;
            return count;
        } catch (ZstdIOException e) {
            throw source.hasEnded ? cut() : fault(e);
        } catch (PackingFault e) {
            throw e;
        } catch (IOException e) {
            throw source.hasFailed ? e : cut();
        }
    }

    private static PackingFault cut() {
        return new PackingFault("the zstd data ends in the middle. The file was cut off; compress it again");
    }

    private PackingFault fault(ZstdIOException e) {
        if (e.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
            return new PackingFault("the zstd data needs a window of more than 8 MiB. Compress it at level 19 or below,"
                    + " without --long and --ultra");
        }
        if (e.getErrorCode() == Zstd.errPrefixUnknown()) {
            return unpackedBefore
                    ? new PackingFault("something that is not zstd follows the end of the zstd data. Remove it")
                    : notZstd();
        }
        return new PackingFault("the zstd data is damaged. Compress the manifest again");
    }

    private static PackingFault notZstd() {
        return new PackingFault(
                "it is not compressed with zstd, as the header Content-Encoding says. Leave the header out");
    }

    /** Closing does not go through to the packed stream, which belongs to the caller. */
    private static final class Source extends FilterInputStream {

        private boolean isEmpty = true;
        private boolean hasEnded;
        private boolean hasFailed;

        Source(InputStream packed) {
            super(packed);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = in.read(target, offset, length);
                isEmpty &= count <= 0;
                hasEnded |= count < 0;
                return count;
            } catch (IOException e) {
                hasFailed = true;
                throw e;
            }
        }

        @Override
        public void close() {
            // see above
        }
    }
}
