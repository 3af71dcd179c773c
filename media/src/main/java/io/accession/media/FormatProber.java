package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ProbeResult;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.nio.file.Path;

/** Looks at the first block of an object, names what it is, and asks the reader of its format. */
public final class FormatProber implements MediaProber, AutoCloseable {

    /** Shorter than every signature: such an object was cut, unless it is a text. */
    private static final int SHORTEST_FILE = 16;

    /** Private elements of some vendors are large, and each that is skipped is a jump. */
    private static final int DICOM_BLOCKS = 60;

    private final TrackProber tracks;
    private final PdfProber pdfs = new PdfProber();

    /** {@code cacheDirectory} is where the programs of the child processes are unpacked, 65 MB, when they are needed first. */
    public FormatProber(Path cacheDirectory) {
        this(cacheDirectory, ChildLimits.USUAL);
    }

    public FormatProber(Path cacheDirectory, ChildLimits limits) {
        this.tracks = new TrackProber(cacheDirectory, limits);
    }

    @Override
    public ProbeResult probe(ItemKind kind, ObjectView object) {
        try {
            return new ProbeResult.Probed(facts(kind, object), object.stat());
        } catch (BadMediaException bad) {
            return failed(bad.failure());
        } catch (ObjectUnavailableException unavailable) {
            return failed(unavailable.failure());
        }
    }

    private MediaFacts facts(ItemKind kind, ObjectView object) throws BadMediaException, ObjectUnavailableException {
        if (kind.isComposite()) {
            throw new IllegalArgumentException("a composite is probed object by object, not as " + kind);
        }
        var in = kind == ItemKind.DICOM_FILE ? new BlockReader(object, DICOM_BLOCKS) : new BlockReader(object);
        if (kind == ItemKind.DICOM_FILE && DicomProber.recognises(in.head())) {
            return DicomProber.probe(in, sized(object).bytes());
        }
        var type = type(kind, in.head());
        ExpectedContent.of(kind).require(type);
        return switch (kind) {
            case IMAGE -> ImageProber.probe(type, in, sized(object).bytes());
            case VIDEO, AUDIO -> tracks.probe(kind, type, in, object, sized(object));
            case PDF -> pdfs.probe(object, sized(object).bytes());
            case PLAIN_TEXT -> TextProber.probe(in, object.name(), sized(object).bytes());
            case DICOM_FILE -> throw ExpectedContent.of(kind).mismatch(type.mimeType());
            case NIFTI -> NiftiProber.probe(type, in, sized(object).bytes());
            case IMAGE_GROUP, IMAGE_SEQUENCE, DICOM_SERIES, GROUP -> throw new AssertionError(kind);
        };
    }

    private static ContentType type(ItemKind kind, byte[] head) throws BadMediaException {
        if (head.length == 0) {
            throw new BadMediaException(FailureCode.OBJECT_EMPTY, "The object has no bytes");
        }
        var type = ContentType.of(head);
        if (type == ContentType.UNKNOWN && kind != ItemKind.PLAIN_TEXT && head.length < SHORTEST_FILE) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED, "The object ends after " + head.length + " bytes");
        }
        return type;
    }

    private static ObjectStat sized(ObjectView object) throws BadMediaException, ObjectUnavailableException {
        var stat = object.stat();
        if (stat.bytes() < 0) {
            throw new BadMediaException(
                    FailureCode.STORAGE_MISBEHAVED, "The storage does not say how many bytes the object has");
        }
        return stat;
    }

    private static ProbeResult failed(Failure failure) {
        return failure.code().retryable() ? new ProbeResult.Unreachable(failure) : new ProbeResult.Unreadable(failure);
    }

    /** Kills the children that are running. Probes that need one end as timed out. */
    @Override
    public void close() throws IOException {
        tracks.close();
    }
}
