package io.accession.media;

import io.accession.core.domain.FrameRate;
import java.util.Optional;

/**
 * How fast a video's frames follow each other. FFmpeg tells two rates: {@code r_frame_rate}, the slowest that can express all timestamps,
 * and {@code avg_frame_rate}, frames by duration. Rules: where both are the same within a hundredth the video is constant and the first one is exact;
 * of interlaced video the first one counts fields, and the average is taken; otherwise the video is variable, and only the average means something.
 */
record FrameTiming(FrameRate rate, boolean variable) {

    private static final double TOLERANCE = 0.01;
    /** Rates of which no video was ever made come from timestamps that say nothing. */
    private static final double FASTEST = 1000;

    static Optional<FrameTiming> of(TrackReport.Track track) {
        var exact = track.ratio("r_frame_rate").map(Ratio::frameRate);
        var average = track.ratio("avg_frame_rate").map(Ratio::frameRate);
        if (exact.isEmpty() || average.isEmpty()) {
            return exact.or(() -> average)
                    .filter(rate -> rate.perSecond() <= FASTEST)
                    .map(rate -> new FrameTiming(rate, false));
        }
        return Optional.of(between(exact.get(), average.get(), isInterlaced(track)));
    }

    private static FrameTiming between(FrameRate exact, FrameRate average, boolean interlaced) {
        double quotient = exact.perSecond() / average.perSecond();
        if (Math.abs(quotient - 1) <= TOLERANCE) {
            return new FrameTiming(exact, false);
        }
        boolean countsFields = interlaced && Math.abs(quotient - 2) <= 2 * TOLERANCE;
        return new FrameTiming(average, !countsFields);
    }

    private static boolean isInterlaced(TrackReport.Track track) {
        return track.text("field_order")
                .filter(order -> !order.equals("progressive") && !order.equals("unknown"))
                .isPresent();
    }
}
