package io.accession.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** Writes the files of the demo. Runs only when it is asked for by name, which {@code samples/make.sh} does. */
class SampleFiles {

    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void make() throws IOException {
        images();
        videos();
        write("audio/tone.mp3", Clips.sound("mp3", 3, "-c:a", "libmp3lame", "-b:a", "64k"));
        write("audio/tone.wav", Clips.sound("wav", 1.5, "-c:a", "pcm_s16le"));
        documents();
    }

    private static void documents() throws IOException {
        write("pdfs/log.pdf", pdf("Trip 17", "Trip 18", "Trip 19"));
        write("text/trips.md", """
            # Trips

            | trip | weather | camera |
            |------|---------|--------|
            | 17   | clear   | front  |
            | 18   | rain    | rear   |

            Straße frei, Sicht mäßig.
            """.getBytes(StandardCharsets.UTF_8));
        write("text/labels.json", """
            {"labels": ["car", "cyclist", "tram"], "version": 2}
            """.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pdf(String... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(17L);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (var title : pages) {
                var page = new PDPage(PDRectangle.A6);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 24);
                    content.newLineAtOffset(40, 340);
                    content.showText(title);
                    content.endText();
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void makeMedical() throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            write("dicom/slice-" + slice + ".dcm", MedicalSamples.slice(slice));
        }
        write("nifti/ball.nii.gz", MedicalSamples.volume());
    }

    private static void images() throws IOException {
        write("images/dawn.jpg", encoded("jpeg", picture(640, 427, 0.3f, 3)));
        write(
                "images/portrait.jpg",
                Pictures.withExif(encoded("jpeg", picture(640, 427, 0.8f, 5)), Pictures.exif(6, true)));
        write("images/rings.png", encoded("png", picture(512, 512, 0.55f, 9)));
        write("images/waves.webp", Clips.encoded("webp", 640, 360, "1", 1, 0, "-c:v", "libwebp", "-q:v", "70"));
        write("images/dots.gif", encoded("gif", picture(240, 160, 0.1f, 4)));
        write("images/plain.bmp", encoded("bmp", picture(160, 120, 0.6f, 2)));
        write("images/scan.tiff", encoded("tiff", picture(320, 240, 0.0f, 6)));
        write(
                "images/dusk.avif",
                Clips.encoded(
                        "avif",
                        640,
                        360,
                        "1",
                        1,
                        0,
                        "-pix_fmt",
                        "yuv420p",
                        "-c:v",
                        "libaom-av1",
                        "-still-picture",
                        "1",
                        "-crf",
                        "30"));
        for (int frame = 0; frame < 3; frame++) {
            write("group/frame-" + frame + ".jpg", encoded("jpeg", picture(320, 180, 0.45f, 2 + frame)));
        }
    }

    private static void videos() throws IOException {
        var h264 = new String[] {"-c:v", "libopenh264", "-b:v", "300k", "-c:a", "aac", "-movflags", "+faststart"};
        write("videos/drift.mp4", Clips.encoded("mp4", 320, 180, Clips.NTSC, 90, 3, h264));
        write("videos/drift.mov", Clips.encoded("mov", 320, 180, "25", 50, 0, "-c:v", "libopenh264", "-b:v", "200k"));
        write(
                "videos/vp9.webm",
                Clips.encoded(
                        "webm", 320, 180, "24", 48, 0, "-pix_fmt", "yuv420p", "-c:v", "libvpx-vp9", "-b:v", "150k"));
        write("videos/vp8.webm", Clips.encoded("webm", 320, 180, "25", 50, 2, "-c:v", "libvpx", "-b:v", "150k"));
    }

    /** Rings over a gradient. */
    private static BufferedImage picture(int width, int height, float hue, int rings) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var top = Color.getHSBColor(hue, 0.5f, 0.9f);
        graphics.setPaint(new GradientPaint(0, 0, top, width, height, Color.getHSBColor(hue + 0.2f, 0.8f, 0.4f)));
        graphics.fillRect(0, 0, width, height);
        graphics.setStroke(new BasicStroke(Math.max(2, height / 60f)));
        for (int ring = 1; ring <= rings; ring++) {
            graphics.setColor(Color.getHSBColor(hue + 0.5f + 0.05f * ring, 0.6f, 0.95f));
            int diameter = height * ring / (rings + 1);
            graphics.drawOval((width - diameter) / 2, (height - diameter) / 2, diameter, diameter);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IllegalStateException("no writer for " + format);
        }
        return out.toByteArray();
    }

    private static void write(String name, byte[] bytes) throws IOException {
        var file = SAMPLES.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
