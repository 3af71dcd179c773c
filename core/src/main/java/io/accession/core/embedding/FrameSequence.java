package io.accession.core.embedding;

import java.math.BigInteger;

/** The frames {@code 0, step / parts, 2 * step / parts, …}, rounded down, of which there are {@code count}. No frame comes twice. */
record FrameSequence(long step, long parts, long count) {

    static FrameSequence of(long frames, long step, long parts) {
        if (step <= parts) {
            return new FrameSequence(1, 1, frames);
        }
        var exact = BigInteger.valueOf(frames).multiply(BigInteger.valueOf(parts));
        var whole = exact.divideAndRemainder(BigInteger.valueOf(step));
        return new FrameSequence(step, parts, whole[0].longValueExact() + (whole[1].signum() == 0 ? 0 : 1));
    }

    long[] numbers() {
        var numbers = new long[Math.toIntExact(count)];
        long frame = 0;
        long rest = 0;
        for (int sample = 0; sample < numbers.length; sample++) {
            numbers[sample] = frame;
            frame += step / parts;
            rest += step % parts;
            if (rest >= parts) {
                rest -= parts;
                frame++;
            }
        }
        return numbers;
    }
}
