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

    FrameRate frameRate() {
        return new FrameRate(numerator, denominator);
    }
}
