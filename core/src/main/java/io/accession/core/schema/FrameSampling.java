package io.accession.core.schema;

import java.math.BigDecimal;

/**
 * Which frames of a video are indexed beside its key frames, and how the key frames are named (registration-facts.md §13.2).
 *
 * @param perSecond not negative; 0 is the first frame only
 */
public record FrameSampling(BigDecimal perSecond, Naming naming) {

    public enum Naming {
        FRAME,
        SECONDS
    }

    /** What holds for a video whose metadata does not say. */
    public static final FrameSampling DEFAULT = new FrameSampling(BigDecimal.ONE, Naming.FRAME);

    public FrameSampling {
        if (perSecond.signum() < 0) {
            throw new IllegalArgumentException("a sampling rate is not negative, got " + perSecond);
        }
    }
}
