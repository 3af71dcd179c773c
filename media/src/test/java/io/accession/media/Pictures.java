package io.accession.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Image files for tests: encoded by ImageIO, or built byte by byte where it has no writer. Built ones are headers without pixels. */
final class Pictures {

    private Pictures() {}

    static byte[] encoded(String format, int width, int height) {
        return encoded(format, width, height, false);
    }

    static byte[] progressiveJpeg(int width, int height) {
        return encoded("jpeg", width, height, true);
    }

    private static byte[] encoded(String format, int width, int height, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(gradient(width, height), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage gradient(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** A TIFF with one directory entry: the orientation. What EXIF is inside other files. */
    static byte[] exif(int orientation, boolean bigEndian) {
        var bytes =
                bigEndian ? Bytes.bigEndian().text("MM") : Bytes.littleEndian().text("II");
        return bytes.u16(42)
                .u32(8)
                .u16(1)
                .u16(274)
                .u16(3)
                .u32(1)
                .u16(orientation)
                .u16(0)
                .u32(0)
                .done();
    }

    /** Puts a segment behind the start of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return Bytes.bigEndian()
                .bytes(new byte[] {jpeg[0], jpeg[1]})
                .u8(0xFF, marker)
                .u16(content.length + 2)
                .bytes(content)
                .bytes(java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length))
                .done();
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        return withSegment(
                jpeg, 0xE1, Bytes.bigEndian().text("Exif\0\0").bytes(exif).done());
    }

    static byte[] pngChunk(String name, byte[] content) {
        var checksum = new java.util.zip.CRC32();
        checksum.update(Bytes.bigEndian().text(name).bytes(content).done());
        return Bytes.bigEndian()
                .u32(content.length)
                .text(name)
                .bytes(content)
                .u32(checksum.getValue())
                .done();
    }

    static byte[] png(long width, long height, byte[] chunksBehindHeader) {
        var header = Bytes.bigEndian().u32(width).u32(height).u8(8, 2, 0, 0, 0).done();
        return Bytes.bigEndian()
                .text("\u0089PNG\r\n\u001A\n")
                .bytes(pngChunk("IHDR", header))
                .bytes(chunksBehindHeader)
                .bytes(pngChunk("IDAT", new byte[64]))
                .bytes(pngChunk("IEND", new byte[0]))
                .done();
    }

    static byte[] webp(String name, byte[] content, byte[] more) {
        return Bytes.littleEndian()
                .text("RIFF")
                .u32(12 + content.length + more.length)
                .text("WEBP")
                .text(name)
                .u32(content.length)
                .bytes(content)
                .bytes(more)
                .done();
    }

    static byte[] lossyWebp(int width, int height) {
        var frame = Bytes.littleEndian()
                .u8(0x50, 0x01, 0, 0x9D, 0x01, 0x2A)
                .u16(width | 0x4000)
                .u16(height | 0x8000)
                .zeros(16);
        return webp("VP8 ", frame.done(), new byte[0]);
    }

    static byte[] losslessWebp(int width, int height) {
        var image = Bytes.littleEndian().u8(0x2F).u32((width - 1) | (long) (height - 1) << 14 | 1L << 28);
        return webp("VP8L", image.zeros(17).done(), new byte[0]);
    }

    static byte[] extendedWebp(int width, int height, int flags, byte[] more) {
        int w = width - 1;
        int h = height - 1;
        var header = Bytes.littleEndian()
                .u8(flags, 0, 0, 0, w & 0xFF, (w >> 8) & 0xFF, w >> 16, h & 0xFF, (h >> 8) & 0xFF, h >> 16);
        return webp("VP8X", header.done(), more);
    }

    static byte[] tiff(boolean bigEndian, boolean big, int gap, int width, int height, int orientation) {
        var bytes =
                bigEndian ? Bytes.bigEndian().text("MM") : Bytes.littleEndian().text("II");
        if (big) {
            bytes.u16(43).u16(8).u16(0).u64(16L + gap).zeros(gap).u64(3);
        } else {
            bytes.u16(42).u32(8L + gap).zeros(gap).u16(3);
        }
        entry(bytes, big, 256, 4).u32(width).zeros(big ? 4 : 0);
        entry(bytes, big, 257, 3).u16(height).zeros(big ? 6 : 2);
        entry(bytes, big, 274, 3).u16(orientation).zeros(big ? 6 : 2);
        return bytes.zeros(8).done();
    }

    private static Bytes entry(Bytes bytes, boolean big, int tag, int type) {
        bytes.u16(tag).u16(type);
        return big ? bytes.u64(1) : bytes.u32(1);
    }
}
