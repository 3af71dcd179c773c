package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.render.RenderResult;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos made of pictures. */
class SequenceRenderingTest {

    private static final long PIXELS = 1_000_000;

    @TempDir
    Path work;

    private FfmpegRenderer renderer;

    @BeforeEach
    void makeRenderer() {
        renderer = new FfmpegRenderer(Clips.CACHE, work, PIXELS);
    }

    private byte[] rendered(Reel reel) throws Exception {
        return bytes(renderer.render(reel));
    }

    private static byte[] bytes(RenderResult result) throws IOException {
        assertThat(result).isInstanceOf(RenderResult.Rendered.class);
        try (var video = ((RenderResult.Rendered) result).video()) {
            var bytes = Files.readAllBytes(video.file());
            assertThat(video.facts().bytes()).isEqualTo(bytes.length);
            return bytes;
        }
    }

    private void fails(Reel reel, FailureCode code, String message) throws Exception {
        var result = renderer.render(reel);

        assertThat(result).isInstanceOf(RenderResult.Unrenderable.class);
        var failure = ((RenderResult.Unrenderable) result).failure();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message()).contains(message);
        assertThat(work).isEmptyDirectory();
    }

    /** The left half of one colour, the right half of another. */
    private static BufferedImage halves(int width, int height, Color left, Color right) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x < width / 2 ? left : right).getRGB());
            }
        }
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] plain(Color color) {
        return encoded("png", halves(64, 48, color, color));
    }

    /** The colour of one pixel of one frame. */
    private static Color pixel(byte[] video, int frame, int x, int y) throws Exception {
        var file = Files.createTempFile("video", ".mp4");
        try {
            Files.write(file, video);
            var programs = FfmpegPrograms.unpack(Clips.CACHE);
            var builder = new ProcessBuilder(
                    programs.ffmpeg().toString(),
                    "-v",
                    "error",
                    "-nostdin",
                    "-i",
                    file.toString(),
                    "-vf",
                    "select=eq(n\\," + frame + ")",
                    "-frames:v",
                    "1",
                    "-c:v",
                    "png",
                    "-f",
                    "image2pipe",
                    "pipe:1");
            builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
            var process = builder.start();
            var image = ImageIO.read(
                    new ByteArrayInputStream(process.getInputStream().readAllBytes()));
            return new Color(image.getRGB(x, y));
        } finally {
            Files.delete(file);
        }
    }

    private static void isLike(Color found, Color wanted) {
        assertThat(found.getRed()).as("red of %s", found).isCloseTo(wanted.getRed(), within(24));
        assertThat(found.getGreen()).as("green of %s", found).isCloseTo(wanted.getGreen(), within(24));
        assertThat(found.getBlue()).as("blue of %s", found).isCloseTo(wanted.getBlue(), within(24));
    }

    @Test
    void everyPictureIsOneFrameAtTwentyFiveASecond() throws Exception {
        var video = rendered(Reel.of(plain(Color.RED), plain(Color.GREEN), plain(Color.BLUE)));

        var probed = Probed.as(ItemKind.VIDEO, video);
        assertThat(probed.video().width()).isEqualTo(64);
        assertThat(probed.video().height()).isEqualTo(48);
        assertThat(probed.video().durationSeconds()).isEqualTo(0.12);
        assertThat(probed.track().frameRate()).isEqualTo(new FrameRate(25, 1));
        assertThat(probed.track().frameCount()).isEqualTo(3);
        assertThat(probed.track().codec()).isEqualTo("h264");
        assertThat(probed.track().pixelFormat()).isEqualTo("yuv420p");
        assertThat(probed.track().warnings()).isEmpty();
        isLike(pixel(video, 0, 30, 20), Color.RED);
        isLike(pixel(video, 1, 30, 20), Color.GREEN);
        isLike(pixel(video, 2, 30, 20), Color.BLUE);
    }

    @Test
    void oddSizesArePaddedAndTheTrueSizeIsReported() throws Exception {
        var odd = encoded("png", halves(101, 75, Color.RED, Color.BLUE));

        var result = renderer.render(Reel.of(odd));

        assertThat(((RenderResult.Rendered) result).video().facts())
                .extracting(MediaFacts.Video::width, MediaFacts.Video::height, MediaFacts.Video::durationSeconds)
                .containsExactly(101, 75, 0.04);
        var video = bytes(result);
        var stored = Probed.as(ItemKind.VIDEO, video).video();
        assertThat(List.of(stored.width(), stored.height())).containsExactly(102, 76);
        isLike(pixel(video, 0, 10, 40), Color.RED);
        isLike(pixel(video, 0, 96, 40), Color.BLUE);
    }

    @Test
    void aPictureOfOnePixelIsAVideo() throws Exception {
        var video = rendered(Reel.of(encoded("png", halves(1, 1, Color.RED, Color.RED))));

        var stored = Probed.as(ItemKind.VIDEO, video).video();
        assertThat(List.of(stored.width(), stored.height())).containsExactly(16, 16);
    }

    @Test
    void allFramesTakeTheSizeOfTheFirstAsDisplayed() throws Exception {
        var lying = encoded("jpeg", halves(80, 40, Color.RED, Color.BLUE));
        var turned = Pictures.withExif(lying, Pictures.exif(6, true));

        var video = rendered(Reel.of(turned, lying, plain(Color.GREEN)));

        var stored = Probed.as(ItemKind.VIDEO, video).video();
        assertThat(List.of(stored.width(), stored.height())).containsExactly(40, 80);
        isLike(pixel(video, 0, 20, 10), Color.RED);
        isLike(pixel(video, 0, 20, 70), Color.BLUE);
        isLike(pixel(video, 1, 5, 40), Color.RED);
        isLike(pixel(video, 1, 35, 40), Color.BLUE);
        isLike(pixel(video, 2, 20, 40), Color.GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void formatsAreDecoded(String format) throws Exception {
        var video = rendered(Reel.of(encoded(format, halves(64, 48, Color.RED, Color.BLUE))));

        isLike(pixel(video, 0, 10, 20), Color.RED);
        isLike(pixel(video, 0, 54, 20), Color.BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves.webp", "dusk.avif", "portrait.jpg", "scan.tiff", "dots.gif"})
    void sampleFilesAreDecodedAtTheirDisplayedSize(String name) throws Exception {
        var bytes = Files.readAllBytes(Path.of("../samples/images", name));
        var image = Probed.as(ItemKind.IMAGE, bytes).facts();

        var result = renderer.render(Reel.of(bytes, plain(Color.RED)));

        assertThat(((RenderResult.Rendered) result).video().facts())
                .extracting(MediaFacts.Video::width, MediaFacts.Video::height)
                .containsExactly(image.width(), image.height());
    }

    @Test
    void sixteenBitPicturesAreDecoded() throws Exception {
        var deep = new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 32; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                deep.getRaster().setSample(x, y, 0, 65_535);
            }
        }

        var video = rendered(Reel.of(encoded("png", deep)));

        isLike(pixel(video, 0, 10, 20), Color.BLACK);
        isLike(pixel(video, 0, 54, 20), Color.WHITE);
    }

    @Test
    void cmykPicturesAreDecoded() throws Exception {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }

        var video = rendered(Reel.of(bytes.toByteArray(), plain(Color.RED)));

        assertThat(Probed.as(ItemKind.VIDEO, video).video().width()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void aCutPictureIsNamed(String format) throws Exception {
        var noise = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(7);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var whole = encoded(format, noise);
        var cut = Arrays.copyOf(whole, whole.length * 6 / 10);
        var reel = Reel.of(plain(Color.RED), plain(Color.RED), cut, plain(Color.RED));

        fails(reel, FailureCode.OBJECT_DAMAGED, "Object 2, counted from 0");
    }

    @Test
    void whatIsNoPictureIsNamed() throws Exception {
        fails(Reel.of(plain(Color.RED), new byte[500]), FailureCode.KIND_MISMATCH, "Object 1, counted from 0");
        fails(Reel.of(plain(Color.RED)).addMissing(), FailureCode.OBJECT_NOT_FOUND, "Object 1, counted from 0");
    }

    @Test
    void picturesOfTooManyPixelsAreRefusedByTheirHeader() throws Exception {
        var bomb = Pictures.png(20_000, 20_000, Pictures.pngChunk("IDAT", new byte[1_200_000]));

        fails(Reel.of(bomb), FailureCode.RENDERING_TOO_LARGE, "20000 × 20000");
        fails(Reel.of(plain(Color.RED), bomb), FailureCode.RENDERING_TOO_LARGE, "Object 1, counted from 0");
    }

    @Test
    void aFirstPictureThatNoH264VideoCanHoldIsRefused() throws Exception {
        renderer = new FfmpegRenderer(Clips.CACHE, work, 100_000_000);

        fails(
                Reel.of(Pictures.png(4_000, 3_000, Pictures.pngChunk("IDAT", new byte[40_000]))),
                FailureCode.RENDERING_TOO_LARGE,
                "createVideo false");
    }

    @Test
    void aChildThatHangsIsKilled() throws Exception {
        var impatient = new ChildLimits(Duration.ofMillis(1), Duration.ofSeconds(20), 2L << 30);
        renderer = new FfmpegRenderer(Clips.CACHE, work, PIXELS, impatient);

        var result = renderer.render(Reel.of(plain(Color.RED)));

        assertThat(result).isInstanceOf(RenderResult.Delayed.class);
        assertThat(((RenderResult.Delayed) result).failure().code()).isEqualTo(FailureCode.RENDERING_TIMED_OUT);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aPictureThatIsReadOnceIsReadInFewRequests() throws Exception {
        var reel = Reel.of(plain(Color.RED), plain(Color.RED));

        rendered(reel);

        assertThat(reel.opened()).isEqualTo(3);
    }
}
