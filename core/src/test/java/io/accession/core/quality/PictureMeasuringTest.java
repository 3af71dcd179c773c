package io.accession.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PictureMeasuringTest {

    /** Each pixel's colour is 0xRRGGBB. */
    private static SmallPicture picture(int width, int height, IntBinaryOperator colour) {
        var pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = colour.applyAsInt(x, y);
                int at = 3 * (y * width + x);
                pixels[at] = (byte) (rgb >> 16);
                pixels[at + 1] = (byte) (rgb >> 8);
                pixels[at + 2] = (byte) rgb;
            }
        }
        return new SmallPicture(width, height, pixels);
    }

    private static int grey(double value) {
        int level = Math.clamp(Math.round(value), 0, 255);
        return level << 16 | level << 8 | level;
    }

    private static int waves(double x, double y) {
        return grey(128 + 50 * Math.sin(5 * x) + 40 * Math.cos(7 * y + 1) + 30 * Math.sin(9 * (x + y)));
    }

    private static PictureQuality measured(int width, int height, IntBinaryOperator colour) {
        return PictureMeasuring.measure(picture(width, height, colour));
    }

    @Test
    void aPictureOfOneColourHasNoEdgesAndNoHash() {
        assertThat(measured(20, 10, (_, _) -> 0xFFFFFF).brightness()).isCloseTo(1, within(1e-12));
        assertThat(measured(20, 10, (_, _) -> 0)).isEqualTo(new PictureQuality(0, 0, 0, 1, 0, null));
        assertThat(measured(1, 1, (_, _) -> 0)).isEqualTo(new PictureQuality(0, 0, 0, 1, 0, null));
    }

    @Test
    void brightnessIsTheMeanOfLumaByTheWeightsOfRec709() {
        assertThat(measured(4, 4, (_, _) -> 0xFF0000).brightness()).isCloseTo(0.2126, within(1e-12));
        assertThat(measured(4, 4, (_, _) -> 0x00FF00).brightness()).isCloseTo(0.7152, within(1e-12));
        assertThat(measured(4, 4, (_, _) -> 0x0000FF).brightness()).isCloseTo(0.0722, within(1e-12));
    }

    @Test
    void aCheckerboardIsAsSharpAndContrastedAsCanBe() {
        var board = measured(8, 8, (x, y) -> (x + y) % 2 == 0 ? 0xFFFFFF : 0);

        assertThat(board.brightness()).isCloseTo(0.5, within(1e-12));
        assertThat(board.contrast()).isCloseTo(0.5, within(1e-12));
        assertThat(board.sharpness()).isCloseTo(Math.pow(4 * 255, 2), within(1e-6));
        assertThat(board.blur()).isLessThan(0.15);
    }

    @Test
    void aRampIsBlurredAndAnEdgeIsNot() {
        var edge = measured(64, 64, (x, _) -> x < 32 ? 0 : 0xFFFFFF);
        var ramp = measured(64, 64, (x, _) -> grey(4 * x));

        assertThat(edge.blur()).isLessThan(0.2);
        assertThat(ramp.blur()).isGreaterThan(0.8);
        assertThat(edge.sharpness()).isGreaterThan(100 * ramp.sharpness());
    }

    @Test
    void colourfulnessIsThatOfHaslerAndSuesstrunk() {
        // one half red, one half blue: rg is 255 and 0, yb is 127.5 and -255
        double deviations = Math.hypot(127.5, 191.25);
        double means = Math.hypot(127.5, -63.75);

        var measured = measured(10, 10, (x, _) -> x < 5 ? 0xFF0000 : 0x0000FF);

        assertThat(measured.colorfulness()).isCloseTo(deviations + 0.3 * means, within(1e-9));
        assertThat(measured(10, 10, (x, y) -> grey(x * y)).colorfulness()).isZero();
    }

    private static long hash(int width, int height, IntBinaryOperator colour) {
        var hash = measured(width, height, colour).perceptualHash();
        assertThat(hash).isNotNull();
        return hash == null ? 0 : hash;
    }

    @Test
    void theHashStaysWithSizeBrightnessAndNoiseAndIsAnotherForAnotherPicture() {
        long hash = hash(256, 192, (x, y) -> waves(x / 256.0, y / 192.0));
        long small = hash(100, 75, (x, y) -> waves(x / 100.0, y / 75.0));
        long tiny = hash(20, 15, (x, y) -> waves((x + 0.5) / 20, (y + 0.5) / 15));
        long darker = hash(256, 192, (x, y) -> grey(0.6 * (waves(x / 256.0, y / 192.0) & 0xFF)));
        long noisy =
                hash(256, 192, (x, y) -> grey((waves(x / 256.0, y / 192.0) & 0xFF) + (x * 7919 + y * 104729) % 17));
        long other = hash(256, 192, (x, y) -> waves(1 - x / 256.0, y / 192.0));

        assertThat(Long.bitCount(hash ^ small)).isLessThanOrEqualTo(4);
        assertThat(Long.bitCount(hash ^ tiny)).isLessThanOrEqualTo(8);
        assertThat(Long.bitCount(hash ^ darker)).isLessThanOrEqualTo(4);
        assertThat(Long.bitCount(hash ^ noisy)).isLessThanOrEqualTo(4);
        assertThat(Long.bitCount(hash ^ other)).isGreaterThan(16);
        assertThat(Long.bitCount(hash)).isEqualTo(32);
    }

    @Test
    void aPaceAllowsSoManyAMinuteAndDoesNotSaveThemUp() {
        var clock = new AtomicLong();
        var pace = new Pace(120, clock::get);

        assertThat(pace.allowed()).isEqualTo(1);
        pace.use(1);
        assertThat(pace.allowed()).isZero();
        clock.addAndGet(500_000_000L);
        assertThat(pace.allowed()).isEqualTo(1);
        clock.addAndGet(3_600_000_000_000L);
        assertThat(pace.allowed()).isEqualTo(6);
        pace.use(6);
        assertThat(pace.allowed()).isZero();
    }
}
