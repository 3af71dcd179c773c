package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Arrays;
import java.util.List;

/** Facts about NIfTI files, plain or compressed, from their headers; of compressed ones no more than the header is inflated. */
final class NiftiProber {

    /** Deflate cannot make more of one byte. */
    private static final long BEST_COMPRESSION = 1032;

    private NiftiProber() {}

    /** {@code bytes} is the object's size. */
    static MediaFacts probe(ContentType type, BlockReader in, long bytes)
            throws BadMediaException, ObjectUnavailableException {
        if (type != ContentType.GZIP) {
            return facts(type, header(new StoredBytes(in, 0, bytes)), bytes, bytes);
        }
        try (var inflated = new InflatedBytes(in, GzipHeader.length(in), NiftiHeader.SECOND_LENGTH * 16)) {
            long most = bytes > Long.MAX_VALUE / BEST_COMPRESSION ? Long.MAX_VALUE : bytes * BEST_COMPRESSION;
            return facts(type, header(inflated), bytes, most);
        }
    }

    private static NiftiHeader header(ByteSequence in) throws BadMediaException, ObjectUnavailableException {
        byte[] first = in.take(4);
        int length = switch (NiftiHeader.version(first)) {
            case 1 -> NiftiHeader.FIRST_LENGTH;
            case 2 -> NiftiHeader.SECOND_LENGTH;
            default ->
                throw new BadMediaException(
                        FailureCode.KIND_MISMATCH, "Expected a NIfTI file, got a file without a NIfTI header");
        };
        byte[] header = Arrays.copyOf(first, length);
        System.arraycopy(in.take(length - first.length), 0, header, first.length, length - first.length);
        return NiftiHeader.of(header);
    }

    /** {@code most} is how many bytes the file can have at most when it is not compressed. */
    private static MediaFacts facts(ContentType type, NiftiHeader header, long bytes, long most)
            throws BadMediaException {
        var dimensions = header.dimensions();
        var dataType = header.dataType();
        if (header.hasVoxels()) {
            requireVoxels(dimensions, dataType, header.voxelOffset(), most);
        }
        return new MediaFacts.Nifti(
                type.mimeType(),
                bytes,
                header.version(),
                dimensions,
                header.steps(dimensions.size()),
                header.spaceUnit(),
                header.timeUnit(),
                dataType.shown());
    }

    private static void requireVoxels(List<Long> dimensions, NiftiDataType type, long offset, long most)
            throws BadMediaException {
        double bits = type.bits();
        for (long size : dimensions) {
            bits *= size;
        }
        if (offset + bits / 8 > most) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED,
                    "The object has fewer bytes than the voxels that its header tells of");
        }
    }
}
