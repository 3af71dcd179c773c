package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what comes in front of values, and goes past values that nobody wants. Nesting is bounded. */
final class DicomElements {

    static final int DEEPEST = 32;

    private final ByteSequence in;

    DicomElements(ByteSequence in) {
        this.in = in;
    }

    /** The next element. {@code depth} is that of the sequence around it: 0 for none. */
    DicomElement next(DicomEncoding encoding, int depth) throws BadMediaException, ObjectUnavailableException {
        boolean bigEndian = encoding.bigEndian();
        int tag = in.u16(bigEndian) << 16 | in.u16(bigEndian);
        if (tag >>> 16 == 0xFFFE) {
            return new DicomElement(tag, DicomVr.UN, in.u32(bigEndian), encoding);
        }
        return encoding.explicit() ? explicit(tag, encoding, depth) : implicit(tag, encoding, depth);
    }

    private DicomElement implicit(int tag, DicomEncoding encoding, int depth)
            throws BadMediaException, ObjectUnavailableException {
        var known = DicomDictionary.kept(tag, depth);
        return new DicomElement(tag, known == null ? DicomVr.UN : known, in.u32(encoding.bigEndian()), encoding);
    }

    private DicomElement explicit(int tag, DicomEncoding encoding, int depth)
            throws BadMediaException, ObjectUnavailableException {
        var name = new String(in.take(2), StandardCharsets.ISO_8859_1);
        var vr = DicomVr.find(name);
        if (vr.isPresent() ? !vr.get().hasLongLength() : !isFuture(name)) {
            return new DicomElement(tag, vr.orElse(DicomVr.UN), in.u16(encoding.bigEndian()), encoding);
        }
        in.skip(2);
        long length = in.u32(encoding.bigEndian());
        return vr.equals(Optional.of(DicomVr.UN))
                ? unknown(tag, length, encoding, depth)
                : new DicomElement(tag, vr.orElse(DicomVr.UN), length, encoding);
    }

    /** A representation that did not exist when this was written has a long length (PS3.5 section 7.1.2); "??" has not. */
    private static boolean isFuture(String name) {
        return name.chars().allMatch(character -> character >= 'A' && character <= 'Z');
    }

    /** Who did not know a representation copied the value from an implicit encoding; the items of its sequences remain so. */
    private static DicomElement unknown(int tag, long length, DicomEncoding encoding, int depth) {
        var known = DicomDictionary.kept(tag, depth);
        boolean hasItems = known == DicomVr.SQ || length == DicomElement.UNDEFINED;
        return new DicomElement(
                tag, known == null ? DicomVr.UN : known, length, hasItems ? DicomEncoding.IMPLICIT : encoding);
    }

    /** Goes on behind the element's value. */
    void skip(DicomElement element, int depth) throws BadMediaException, ObjectUnavailableException {
        if (!element.isUndefined()) {
            in.skip(element.length());
            return;
        }
        boolean isSequence = element.isSequence() || !element.encoding().explicit();
        for (var item = item(element); item.tag() == DicomElement.ITEM; item = item(element)) {
            if (!item.isUndefined()) {
                in.skip(item.length());
            } else if (isSequence) {
                skipElements(item.encoding(), deeper(depth));
            } else {
                throw BadMediaException.damaged("A fragment of " + element.name() + " has no length");
            }
        }
    }

    private void skipElements(DicomEncoding encoding, int depth) throws BadMediaException, ObjectUnavailableException {
        for (var element = next(encoding, depth);
                element.tag() != DicomElement.ITEM_END;
                element = next(encoding, depth)) {
            skip(element, depth);
        }
    }

    /** The next item of a sequence, or its delimiter. */
    DicomElement item(DicomElement sequence) throws BadMediaException, ObjectUnavailableException {
        var item = next(sequence.encoding(), DEEPEST);
        if (item.tag() != DicomElement.ITEM && item.tag() != DicomElement.SEQUENCE_END) {
            throw BadMediaException.damaged(
                    "The sequence " + sequence.name() + " has " + item.name() + " in place of an item");
        }
        return item;
    }

    static int deeper(int depth) throws BadMediaException {
        if (depth >= DEEPEST) {
            throw BadMediaException.damaged("Sequences are nested more than " + DEEPEST + " times");
        }
        return depth + 1;
    }
}
