package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Writes a made-up DICOM file element by element; the order is the caller's. */
final class DicomWriter {

    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    static final String JPEG = "1.2.840.10008.1.2.4.50";

    private final String transferSyntax;
    private final boolean explicit;
    private final boolean bigEndian;
    private final Bytes elements;

    private DicomWriter(String transferSyntax, boolean explicit, boolean bigEndian) {
        this.transferSyntax = transferSyntax;
        this.explicit = explicit;
        this.bigEndian = bigEndian;
        this.elements = numbers();
    }

    static DicomWriter of(String transferSyntax) {
        return new DicomWriter(transferSyntax, !transferSyntax.equals(IMPLICIT), transferSyntax.equals(BIG_ENDIAN));
    }

    /** Elements that go into an item of this file. */
    DicomWriter inside() {
        return new DicomWriter(transferSyntax, explicit, bigEndian);
    }

    Bytes numbers() {
        return bigEndian ? Bytes.bigEndian() : Bytes.littleEndian();
    }

    DicomWriter text(int tag, String vr, String value) {
        return bytes(tag, vr, padded(value.getBytes(StandardCharsets.ISO_8859_1)));
    }

    DicomWriter u16(int tag, int value) {
        return bytes(tag, "US", numbers().u16(value).done());
    }

    DicomWriter bytes(int tag, String vr, byte[] value) {
        header(tag, vr, value.length);
        elements.bytes(value);
        return this;
    }

    /** What comes in front of a value, whatever then follows. */
    DicomWriter header(int tag, String vr, long length) {
        tag(tag);
        if (!explicit) {
            elements.u32(length);
        } else if (vr.matches("OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV|Z[A-Z]")) {
            elements.text(vr).u16(0).u32(length);
        } else {
            elements.text(vr).u16((int) length);
        }
        return this;
    }

    DicomWriter tag(int tag) {
        elements.u16(tag >>> 16).u16(tag & 0xFFFF);
        return this;
    }

    DicomWriter raw(byte[] bytes) {
        elements.bytes(bytes);
        return this;
    }

    /** Of known lengths, or of undefined ones with delimiters. */
    DicomWriter sequence(int tag, boolean defined, DicomWriter... items) {
        var body = inside();
        for (var item : items) {
            byte[] content = item.elements.done();
            body.tag(0xFFFEE000);
            body.elements.u32(defined ? content.length : 0xFFFFFFFFL).bytes(content);
            if (!defined) {
                body.tag(0xFFFEE00D).elements.u32(0);
            }
        }
        if (!defined) {
            body.tag(0xFFFEE0DD).elements.u32(0);
        }
        byte[] content = body.elements.done();
        return header(tag, "SQ", defined ? content.length : 0xFFFFFFFFL).raw(content);
    }

    /** With preamble and meta information. */
    byte[] file() {
        byte[] syntax = padded(transferSyntax.getBytes(StandardCharsets.ISO_8859_1));
        return Bytes.littleEndian()
                .zeros(128)
                .text("DICM")
                .u16(2)
                .u16(0)
                .text("UL")
                .u16(4)
                .u32(8 + syntax.length)
                .u16(2)
                .u16(0x10)
                .text("UI")
                .u16(syntax.length)
                .bytes(syntax)
                .bytes(transferSyntax.equals(DEFLATED) ? deflated(elements.done()) : elements.done())
                .done();
    }

    /** The elements alone. */
    byte[] dataSet() {
        return elements.done();
    }

    static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] padded(byte[] value) {
        return value.length % 2 == 0
                ? value
                : Bytes.littleEndian().bytes(value).u8(0).done();
    }
}
