package io.accession.media;

import java.util.Optional;
import java.util.regex.Pattern;

/** How long a track is: its own duration, or the tag that Matroska's muxers write, {@code 00:00:01.001000000}. */
final class TrackDuration {

    private static final Pattern TAG = Pattern.compile("(\\d{1,4}):(\\d\\d):(\\d\\d(?:\\.\\d{1,9})?)");

    private TrackDuration() {}

    static Optional<Double> of(TrackReport.Track track) {
        return track.seconds("duration").or(() -> track.text("tags.DURATION").flatMap(TrackDuration::tagged));
    }

    private static Optional<Double> tagged(String tag) {
        var matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(3600 * Double.parseDouble(matcher.group(1))
                + 60 * Double.parseDouble(matcher.group(2))
                + Double.parseDouble(matcher.group(3)));
    }
}
