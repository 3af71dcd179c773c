package io.accession.media;

import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Facts about DICOM files, from the elements in front of their pixel data. The encoding is taken from the bytes themselves where
 * they show it, since transfer syntaxes are known to be wrong about it.
 */
final class DicomProber {

    private static final int PREAMBLE = 128;
    private static final int META = 0x0002;
    private static final int LONGEST_UID = 256;
    private static final long MOST_INFLATED = 16 << 20;

    private final BlockReader in;
    private final long bytes;

    private DicomProber(BlockReader in, long bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /** Whether the first bytes are those of a DICOM file: with a preamble, or with elements right at the beginning. */
    static boolean recognises(byte[] head) {
        return hasPreamble(head) || DicomEncoding.shownBy(head).isPresent();
    }

    private static boolean hasPreamble(byte[] head) {
        return new Magic(head).has(PREAMBLE, "DICM");
    }

    /** {@code bytes} is the size of an object whose head is recognised. */
    static MediaFacts probe(BlockReader in, long bytes) throws BadMediaException, ObjectUnavailableException {
        var tags = new DicomProber(in, bytes).read();
        return new MediaFacts.Dicom(ContentType.DICOM.mimeType(), bytes, tags);
    }

    private String read() throws BadMediaException, ObjectUnavailableException {
        var stored = new StoredBytes(in, hasPreamble(in.head()) ? PREAMBLE + 4 : 0, bytes);
        var transferSyntax = readMeta(stored);
        if (transferSyntax.filter(DicomProber::isDeflated).isPresent()) {
            try (var inflated = new InflatedBytes(in, stored.position(), MOST_INFLATED)) {
                return new DicomReader(inflated).read(DicomEncoding.EXPLICIT, transferSyntax);
            }
        }
        if (stored.hasEnded()) {
            throw ByteSequence.ended(bytes);
        }
        var encoding = shownAt(stored.position()).orElse(DicomEncoding.named(transferSyntax.orElse("")));
        return new DicomReader(stored).read(encoding, transferSyntax);
    }

    /** The group of meta information, whose own length is often wrong. Gives the transfer syntax. */
    private Optional<String> readMeta(StoredBytes stored) throws BadMediaException, ObjectUnavailableException {
        var transferSyntax = Optional.<String>empty();
        var encoding = shownAt(stored.position());
        var elements = new DicomElements(stored);
        while (encoding.isPresent() && isMeta(stored.position(), encoding.get().bigEndian())) {
            var element = elements.next(encoding.get(), 0);
            if (element.tag() == DicomDictionary.TRANSFER_SYNTAX && element.length() <= LONGEST_UID) {
                var value = new String(stored.take((int) element.length()), StandardCharsets.ISO_8859_1);
                transferSyntax = Optional.of(value.replace("\0", "").strip());
            } else {
                elements.skip(element, 0);
            }
        }
        return transferSyntax;
    }

    private boolean isMeta(long offset, boolean bigEndian) throws BadMediaException, ObjectUnavailableException {
        return in.has(offset) && in.has(offset + 1) && in.u16(offset, bigEndian) == META;
    }

    private Optional<DicomEncoding> shownAt(long offset) throws BadMediaException, ObjectUnavailableException {
        if (offset + 8 > bytes) {
            return Optional.empty();
        }
        byte[] first = new byte[8];
        for (int i = 0; i < first.length; i++) {
            first[i] = (byte) in.u8(offset + i);
        }
        return DicomEncoding.shownBy(first);
    }

    /** Deflated Explicit VR Little Endian, and the deflated forms of JPIP. */
    private static boolean isDeflated(String transferSyntax) {
        return List.of("1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205")
                .contains(transferSyntax);
    }
}
