package io.accession.media;

import io.accession.core.domain.FrameRate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A positive fraction as ffprobe writes it: {@code 30000/1001}. */
record Ratio(long numerator, long denominator) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,10})/(\\d{1,10})");

    static Optional<Ratio> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var ratio = new Ratio(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return Optional.of(ratio).filter(r -> r.numerator > 0 && r.denominator > 0);
    }

    /**
     * The fraction of two positive numbers, or the nearest one to it (a convergent or semiconvergent of its continued fraction) where it takes numbers
     * beyond 31 bits: FFmpeg's fractions have no more.
     */
    static Ratio nearest(long numerator, long denominator) {
        long n = numerator;
        long d = denominator;
        var before = new Ratio(0, 1);
        var nearest = new Ratio(1, 0);
        while (d != 0) {
            long whole = n / d;
            long rest = n % d;
            long most =
                    Math.min(room(before.numerator, nearest.numerator), room(before.denominator, nearest.denominator));
            if (whole > most) {
                boolean nearer = most > 0 && 2 * most > whole - (rest == 0 ? 0 : 1);
                return nearer ? before.plus(nearest, most) : nearest;
            }
            var next = before.plus(nearest, whole);
            before = nearest;
            nearest = next;
            n = d;
            d = rest;
        }
        return nearest;
    }

    private static long room(long before, long step) {
        return step == 0 ? Long.MAX_VALUE : (Integer.MAX_VALUE - before) / step;
    }

    private Ratio plus(Ratio step, long times) {
        return new Ratio(numerator + times * step.numerator, denominator + times * step.denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    FrameRate frameRate() {
        return new FrameRate(numerator, denominator);
    }
}
