package io.accession.media;

import java.util.HashMap;
import java.util.Map;

/**
 * How the samples of a track follow each other, gathered run by run ({@code stts}, {@code trun}): counts and sums, whatever the number of samples.
 * A track is <em>even</em> when all its samples have one duration, the first and the last aside, which muxers stretch to meet
 * the sound; of the others the most common duration counts.
 */
final class SampleTimes {

    /** Distances that a track of any sense has; of more there is no most common one. */
    private static final int MOST_DURATIONS = 256;
    /** Frames that are half as long again as others are no rounding of timestamps. */
    private static final double UNMISTAKABLE = 1.5;

    private static final double CLEARLY_OFF = 0.02;

    private final Map<Long, Long> samplesByDuration = new HashMap<>();
    private long samples;
    private long total;
    private long first;
    private long last;
    private boolean impossible;

    void add(long count, long duration) {
        if (count <= 0 || duration < 0 || duration > Integer.MAX_VALUE || samples > Integer.MAX_VALUE) {
            impossible = true;
            return;
        }
        first = samples == 0 ? duration : first;
        samples += count;
        total += count * duration;
        last = duration;
        if (samplesByDuration.size() < MOST_DURATIONS || samplesByDuration.containsKey(duration)) {
            samplesByDuration.merge(duration, count, Long::sum);
        }
    }

    long samples() {
        return samples;
    }

    /** In units of the track. */
    long total() {
        return total;
    }

    /** A run of nothing, or a duration that is none. */
    boolean isImpossible() {
        return impossible || samples > Integer.MAX_VALUE || (samples > 0 && total <= 0);
    }

    /** The most common duration, the shorter one of two, of all samples but the first and the last if there are others. */
    long usualDuration() {
        long usual = first;
        long most = 0;
        for (var entry : samplesByDuration.entrySet()) {
            long count = inner(entry.getKey(), entry.getValue());
            if (count > most || (count == most && count > 0 && entry.getKey() < usual)) {
                usual = entry.getKey();
                most = count;
            }
        }
        return usual;
    }

    boolean isEven() {
        return samplesByDuration.entrySet().stream()
                        .filter(entry -> inner(entry.getKey(), entry.getValue()) > 0)
                        .count()
                <= 1;
    }

    /** So many of the samples are neither the first nor the last. */
    private long inner(long duration, long count) {
        return count - (duration == first ? 1 : 0) - (duration == last && samples > 1 ? 1 : 0);
    }

    /**
     * Whether no reading of the timestamps makes this a constant rate: some frames last half as long again as others, and the rate of the usual
     * frames is more than two hundredths off the average.
     */
    boolean isClearlyUneven() {
        long shortest =
                samplesByDuration.keySet().stream().mapToLong(d -> d).min().orElse(0);
        long longest =
                samplesByDuration.keySet().stream().mapToLong(d -> d).max().orElse(0);
        double average = (double) total / samples;
        return longest >= UNMISTAKABLE * shortest
                && usualDuration() > 0
                && Math.abs(average / usualDuration() - 1) > CLEARLY_OFF;
    }
}
