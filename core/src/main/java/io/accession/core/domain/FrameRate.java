package io.accession.core.domain;

/** Frames per second as an exact fraction: 30000/1001, not 29.97. Always in lowest terms. */
public record FrameRate(long frames, long seconds) {

    public FrameRate {
        if (frames <= 0 || seconds <= 0) {
            throw new IllegalArgumentException("a frame rate is positive, got " + frames + "/" + seconds);
        }
        long divisor = greatestCommonDivisor(frames, seconds);
        frames /= divisor;
        seconds /= divisor;
    }

    public double perSecond() {
        return (double) frames / seconds;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public String toString() {
        return frames + "/" + seconds;
    }
}
