package io.accession.media;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a data set up to its pixel data and writes the elements that {@link DicomDictionary} keeps as DICOM JSON (PS3.18 annex F). Of
 * an element that is there twice the first counts. Single values and the JSON are bounded, the bytes are by the sequence. For one file.
 */
final class DicomReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int LONGEST_JSON = 8 << 20;

    private final ByteSequence in;
    private final DicomElements elements;
    private final StringWriter text = new StringWriter();
    private boolean describesImage;
    private boolean hasPixels;

    /** What elements around an element decide: how deep they are, where they end, and the character set. */
    private record Surroundings(DicomEncoding encoding, long end, int depth, DicomCharset charset) {}

    DicomReader(ByteSequence in) {
        this.in = in;
        this.elements = new DicomElements(in);
    }

    /** The JSON; {@code transferSyntax} is its first tag, which is not in the data set. */
    String read(DicomEncoding encoding, Optional<String> transferSyntax)
            throws BadMediaException, ObjectUnavailableException {
        try (var out = JSON.createGenerator(text)) {
            out.writeStartObject();
            if (transferSyntax.isPresent()) {
                byte[] value = transferSyntax.get().getBytes(StandardCharsets.ISO_8859_1);
                startElement(out, DicomDictionary.TRANSFER_SYNTAX, DicomVr.UI);
                DicomValues.write(out, DicomVr.UI, value, false, DicomCharset.UNSAID);
                out.writeEndObject();
            }
            readElements(out, new Surroundings(encoding, Long.MAX_VALUE, 0, DicomCharset.UNSAID));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (describesImage && !hasPixels) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED, "The object ends before the pixel data of the image it describes");
        }
        return text.toString();
    }

    private void readElements(JsonGenerator out, Surroundings around)
            throws BadMediaException, ObjectUnavailableException, IOException {
        var charset = around.charset();
        var written = new HashSet<Integer>();
        while (in.position() < around.end() && !(around.depth() == 0 && in.hasEnded())) {
            var element = elements.next(around.encoding(), around.depth());
            if (element.tag() == DicomElement.ITEM_END && around.depth() > 0) {
                return;
            }
            if (around.depth() == 0 && isLast(element)) {
                return;
            }
            if (element.tag() == DicomDictionary.CHARACTER_SET && element.length() <= LONGEST_VALUE) {
                charset = DicomCharset.named(in.take((int) element.length()));
            } else {
                readElement(
                        out,
                        element,
                        written,
                        new Surroundings(element.encoding(), around.end(), around.depth(), charset));
            }
        }
        if (in.position() > around.end()) {
            throw BadMediaException.damaged("An element is longer than the item that it is in");
        }
    }

    /** Pixel data of a known length must be there, unless one had to inflate it to find out. */
    private boolean isLast(DicomElement element) throws BadMediaException, ObjectUnavailableException {
        describesImage |= element.tag() == DicomDictionary.ROWS;
        hasPixels |= element.tag() == DicomDictionary.PIXEL_DATA_URL;
        if (!DicomDictionary.isPixelData(element.tag())) {
            return false;
        }
        hasPixels = true;
        if (!element.isUndefined() && in instanceof StoredBytes) {
            in.skip(element.length());
        }
        return true;
    }

    private void readElement(JsonGenerator out, DicomElement element, Set<Integer> written, Surroundings around)
            throws BadMediaException, ObjectUnavailableException, IOException {
        var known = DicomDictionary.kept(element.tag(), around.depth());
        boolean isShort = !element.isUndefined() && element.length() <= LONGEST_VALUE;
        if (known == null || !(element.isSequence() || isShort) || !written.add(element.tag())) {
            elements.skip(element, around.depth());
            return;
        }
        startElement(out, element.tag(), element.vr());
        if (element.isSequence()) {
            out.writeArrayFieldStart("Value");
            readItems(out, element, around);
            out.writeEndArray();
        } else {
            byte[] value = in.take((int) element.length());
            DicomValues.write(out, element.vr(), value, around.encoding().bigEndian(), around.charset());
        }
        out.writeEndObject();
        if (text.getBuffer().length() > LONGEST_JSON) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TOO_LARGE,
                    "The tags of the DICOM header take more than " + (LONGEST_JSON >> 20) + " MiB");
        }
    }

    private static void startElement(JsonGenerator out, int tag, DicomVr vr) throws IOException {
        out.writeObjectFieldStart(HEX.toHexDigits(tag));
        out.writeStringField("vr", vr.name());
    }

    private void readItems(JsonGenerator out, DicomElement sequence, Surroundings around)
            throws BadMediaException, ObjectUnavailableException, IOException {
        int depth = DicomElements.deeper(around.depth());
        long end = end(sequence);
        while (in.position() < end) {
            var item = elements.item(sequence);
            if (item.tag() == DicomElement.SEQUENCE_END) {
                return;
            }
            out.writeStartObject();
            readElements(out, new Surroundings(sequence.encoding(), end(item), depth, around.charset()));
            out.writeEndObject();
        }
        if (in.position() > end) {
            throw BadMediaException.damaged("An item is longer than the sequence " + sequence.name());
        }
    }

    private long end(DicomElement element) {
        return element.isUndefined() ? Long.MAX_VALUE : in.position() + element.length();
    }
}
