package io.accession.core.embedding;

import io.accession.core.domain.FrameRate;
import io.accession.core.domain.MediaFacts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * When a video's frames are shown. Times become frames exactly: 1001 seconds at 30000/1001 are frame 30000.
 *
 * @param rate of at most a million frames per second, told apart to a millionth
 * @param frames how many there are, at least one
 */
public record FrameTiming(FrameRate rate, long frames) {

    private static final int DECIMALS = 6;
    private static final long MOST_PER_SECOND = 1_000_000;
    private static final double MOST_SECONDS = 1e9;

    /** Empty when the facts do not tell: their frame rate or their duration is unknown. */
    public static Optional<FrameTiming> of(MediaFacts.Video video) {
        return rate(video).flatMap(rate -> frames(video, rate).map(frames -> new FrameTiming(rate, frames)));
    }

    private static Optional<FrameRate> rate(MediaFacts.Video video) {
        var track = video.track();
        if (track != null
                && track.frameRate().frames() <= Integer.MAX_VALUE
                && track.frameRate().seconds() <= Integer.MAX_VALUE) {
            return Optional.of(track.frameRate()).filter(rate -> rate.perSecond() <= MOST_PER_SECOND);
        }
        double perSecond = video.framesPerSecond();
        if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
            return Optional.empty();
        }
        var millionths = BigDecimal.valueOf(perSecond)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        return millionths == 0 ? Optional.empty() : Optional.of(new FrameRate(millionths, MOST_PER_SECOND));
    }

    private static Optional<Long> frames(MediaFacts.Video video, FrameRate rate) {
        var track = video.track();
        var counted = track == null ? null : track.frameCount();
        if (counted != null && counted > 0) {
            return Optional.of(counted);
        }
        double seconds = video.durationSeconds();
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            return Optional.empty();
        }
        var frames = BigDecimal.valueOf(seconds)
                .multiply(BigDecimal.valueOf(rate.frames()))
                .divide(BigDecimal.valueOf(rate.seconds()), 0, RoundingMode.HALF_UP);
        return Optional.of(Math.max(1, frames.longValueExact()));
    }

    /** The frame that is shown at a time which is not negative; the video's end is its last frame. Empty behind the end. */
    Optional<Long> frameAt(BigDecimal seconds) {
        var exact = seconds.multiply(BigDecimal.valueOf(rate.frames()));
        var perFrame = BigDecimal.valueOf(rate.seconds());
        if (exact.compareTo(perFrame.multiply(BigDecimal.valueOf(frames))) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                Math.min(frames - 1, exact.divideToIntegralValue(perFrame).longValueExact()));
    }

    /**
     * The frames shown at each {@code 1 / perSecond} seconds from the beginning, in their order, each once.
     *
     * @param perSecond above 0, at most 1,000, with at most six decimals
     */
    FrameSequence sampled(BigDecimal perSecond) {
        var scaled = perSecond.stripTrailingZeros();
        var scale = BigInteger.TEN.pow(Math.max(0, scaled.scale()));
        var step = BigInteger.valueOf(rate.frames()).multiply(scale);
        var parts =
                scaled.multiply(new BigDecimal(scale)).toBigIntegerExact().multiply(BigInteger.valueOf(rate.seconds()));
        var divisor = step.gcd(parts);
        return FrameSequence.of(
                frames,
                step.divide(divisor).longValueExact(),
                parts.divide(divisor).longValueExact());
    }
}
