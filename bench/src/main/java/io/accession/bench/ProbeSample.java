package io.accession.bench;

import io.accession.core.domain.ItemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that is probed again and again, and the program that somebody else would run for it; empty if there is none. */
record ProbeSample(String name, ItemKind kind, Path file, String yardstick) {

    /** The demo's files, and small ones of the kinds that it has none of, written below the directory. */
    static List<ProbeSample> all(Path demo, Path directory) throws IOException {
        var samples = new ArrayList<ProbeSample>();
        samples.add(new ProbeSample("jpeg", ItemKind.IMAGE, demo.resolve("images/dawn.jpg"), "ffprobe"));
        samples.add(new ProbeSample("png", ItemKind.IMAGE, demo.resolve("images/rings.png"), "ffprobe"));
        samples.add(new ProbeSample("mp4", ItemKind.VIDEO, demo.resolve("videos/drift.mp4"), "ffprobe"));
        samples.add(new ProbeSample("mov", ItemKind.VIDEO, demo.resolve("videos/drift.mov"), "ffprobe"));
        samples.add(new ProbeSample("webm", ItemKind.VIDEO, demo.resolve("videos/vp9.webm"), "ffprobe"));
        samples.add(new ProbeSample("mp3", ItemKind.AUDIO, demo.resolve("audio/tone.mp3"), "ffprobe"));
        samples.add(new ProbeSample("wav", ItemKind.AUDIO, demo.resolve("audio/tone.wav"), "ffprobe"));
        samples.add(made("pdf", ItemKind.PDF, directory, document(), "pdfinfo"));
        samples.add(made(
                "text",
                ItemKind.PLAIN_TEXT,
                directory,
                "Some words.\n".repeat(2000).getBytes(StandardCharsets.UTF_8),
                ""));
        samples.add(made("dicom", ItemKind.DICOM_FILE, directory, slice(), "dcmdump"));
        samples.add(made("nifti", ItemKind.NIFTI, directory, volume(), ""));
        return samples;
    }

    private static ProbeSample made(String name, ItemKind kind, Path directory, byte[] bytes, String yardstick)
            throws IOException {
        return new ProbeSample(name, kind, Files.write(directory.resolve("sample." + name), bytes), yardstick);
    }

    /** One empty page. */
    private static byte[] document() {
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(text.length()));
            text.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int start = text.length();
        text.append("xref\n0 4\n").append(places);
        text.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(start));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A slice of 256 × 256 pixels, explicit and little-endian. */
    private static byte[] slice() {
        var out = ByteBuffer.allocate(300_000).order(ByteOrder.LITTLE_ENDIAN);
        out.position(128);
        out.put("DICM".getBytes(StandardCharsets.US_ASCII));
        int group = out.position();
        element(out, 0x0002, 0x0000, "UL", new byte[4]);
        element(out, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
        out.putInt(group + 8, out.position() - group - 12);
        element(out, 0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2\0".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0008, 0x0018, "UI", "1.2.3.4.5\0".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0008, 0x0060, "CS", "CT".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0020, 0x000D, "UI", "1.2.3\0".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0020, 0x000E, "UI", "1.2.3.4\0".getBytes(StandardCharsets.US_ASCII));
        element(out, 0x0028, 0x0010, "US", new byte[] {0, 1});
        element(out, 0x0028, 0x0011, "US", new byte[] {0, 1});
        element(out, 0x0028, 0x0100, "US", new byte[] {16, 0});
        out.putShort((short) 0x7FE0).putShort((short) 0x0010).put("OW\0\0".getBytes(StandardCharsets.US_ASCII));
        out.putInt(2 * 256 * 256).position(out.position() + 2 * 256 * 256);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void element(ByteBuffer out, int group, int number, String type, byte[] value) {
        out.putShort((short) group).putShort((short) number).put(type.getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) value.length).put(value);
    }

    /** A volume of 64 × 64 × 16 voxels. */
    private static byte[] volume() {
        var out = ByteBuffer.allocate(352 + 2 * 64 * 64 * 16).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0, 348);
        short[] dimensions = {3, 64, 64, 16, 1, 1, 1, 1};
        for (int i = 0; i < dimensions.length; i++) {
            out.putShort(40 + 2 * i, dimensions[i]);
            out.putFloat(76 + 4 * i, 1);
        }
        out.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, 352);
        out.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        return out.array();
    }
}
