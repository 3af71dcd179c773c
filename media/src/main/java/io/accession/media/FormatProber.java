package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ProbeResult;
import io.accession.core.object.ObjectUnavailableException;

/** Looks at the first block of an object, names what it is, and asks the reader of its format. */
public final class FormatProber implements MediaProber {

    /** Shorter than every signature: such an object was cut, unless it is a text. */
    private static final int SHORTEST_FILE = 16;

    @Override
    public ProbeResult probe(ItemKind kind, ObjectView object) {
        try {
            var facts = facts(kind, object);
            return new ProbeResult.Probed(facts, object.stat());
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
        var in = new BlockReader(object);
        var type = type(in.head());
        ExpectedContent.of(kind).require(type);
        return switch (kind) {
            case IMAGE -> ImageProber.probe(type, in, size(object));
            case VIDEO -> throw notSupported("Videos", "videoMetadata");
            case AUDIO -> throw notSupported("Sounds", "audioMetadata");
            case PDF -> throw notSupported("PDFs", "pdfMetadata");
            case PLAIN_TEXT -> throw notSupported("Texts", "textMetadata");
            case DICOM_FILE -> throw notSupported("DICOM files", "dicomMetadata");
            case NIFTI -> throw notSupported("NIfTI files", "the facts in another way");
            case IMAGE_GROUP, IMAGE_SEQUENCE, DICOM_SERIES -> throw new AssertionError(kind);
        };
    }

    private static ContentType type(byte[] head) throws BadMediaException {
        if (head.length == 0) {
            throw new BadMediaException(FailureCode.OBJECT_EMPTY, "The object has no bytes");
        }
        var type = ContentType.of(head);
        if (type == ContentType.UNKNOWN && head.length < SHORTEST_FILE) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED, "The object ends after " + head.length + " bytes");
        }
        return type;
    }

    private static long size(ObjectView object) throws BadMediaException, ObjectUnavailableException {
        long bytes = object.stat().bytes();
        if (bytes < 0) {
            throw new BadMediaException(
                    FailureCode.STORAGE_MISBEHAVED, "The storage does not say how many bytes the object has");
        }
        return bytes;
    }

    private static BadMediaException notSupported(String what, String block) {
        return new BadMediaException(FailureCode.PROBE_NOT_SUPPORTED, what + " cannot be probed yet; supply " + block);
    }

    private static ProbeResult failed(Failure failure) {
        return failure.code().retryable() ? new ProbeResult.Unreachable(failure) : new ProbeResult.Unreadable(failure);
    }
}
