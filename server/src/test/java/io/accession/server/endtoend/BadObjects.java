package io.accession.server.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Objects that are damaged, lie about themselves, or are something else. */
final class BadObjects {

    private static final Path SAMPLES = Path.of("..", "samples");

    static final byte[] PAGE =
            "<!DOCTYPE html><html><body>Sign in to see this file</body></html>".getBytes(StandardCharsets.UTF_8);

    private BadObjects() {}

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] cut(String name, int length) {
        return Arrays.copyOf(sample(name), length);
    }

    /** With every byte of a range turned over. */
    static byte[] flipped(String name, int from, int to) {
        byte[] bytes = sample(name);
        for (int i = from; i < to; i++) {
            bytes[i] ^= (byte) 0xFF;
        }
        return bytes;
    }

    /** A header alone that promises a picture of this size: 40 GB, should somebody unpack it. */
    static byte[] png(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Unpacks to so many megabytes of nothing. */
    static byte[] bomb(int megabytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Its table of objects is said to be where there is none, and there are no objects to find without it. */
    static byte[] pdfWithLyingTable() {
        return "%PDF-1.7\nxref\n0 99999999\ntrailer\n<</Size 99999999 /Root 7 0 R /Prev 9>>\nstartxref\n123456789\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sound but for what only a password opens. */
    static byte[] encryptedPdf() {
        var pdf = new StringBuilder("%PDF-1.4\n");
        int catalog = pdf.length();
        pdf.append("1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n");
        int tree = pdf.length();
        pdf.append("2 0 obj\n<</Type /Pages /Count 0 /Kids []>>\nendobj\n");
        int encryption = pdf.length();
        var key = "<" + "5A".repeat(32) + ">";
        pdf.append("3 0 obj\n<</Filter /Standard /V 1 /R 2 /P -44 /O ")
                .append(key)
                .append(" /U ")
                .append(key)
                .append(">>\nendobj\n");
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n");
        for (int offset : new int[] {catalog, tree, encryption}) {
            pdf.append("%010d 00000 n \n".formatted(offset));
        }
        pdf.append("trailer\n<</Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A movie whose second box claims to be larger than any disk. */
    static byte[] movieWithLyingBox() {
        return ByteBuffer.allocate(64)
                .putInt(24)
                .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                .putInt(512)
                .put("isommp42".getBytes(StandardCharsets.US_ASCII))
                .putInt(1)
                .put("moov".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MAX_VALUE)
                .array();
    }

    /** Sequences inside of one another, each of unknown length, none of them ended. */
    static byte[] nestedDicom(int depth) {
        var file = ByteBuffer.allocate(132 + 26 + 20 * depth).order(ByteOrder.LITTLE_ENDIAN);
        file.position(128);
        file.put("DICM".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) 2).putShort((short) 0x10).put("UI".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) 18).put("1.2.840.10008.1.2\0".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < depth; i++) {
            file.putShort((short) 0x5200).putShort((short) 0x9230).putInt(-1);
            file.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(-1);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    /** No text in any charset. */
    static byte[] noise() {
        var bytes = new byte[4_096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
        }
        return bytes;
    }
}
