package io.accession.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ffprobe tells in its flat form: one {@code key=value} a line, such as {@code streams.stream.0.codec_name="h264"}. */
record TrackReport(Map<String, String> values) {

    private static final int MOST_STREAMS = 100;

    TrackReport {
        values = Map.copyOf(values);
    }

    static TrackReport parse(String flat) {
        var values = new HashMap<String, String>();
        for (var line : flat.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        }
        return new TrackReport(values);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    double formatDuration() {
        return decimal(values.get("format.duration")).orElse(0.0);
    }

    /** The tracks of a type in their order. Cover art counts as no track. */
    List<Track> tracks(String type) {
        var tracks = new ArrayList<Track>();
        for (int i = 0; i < MOST_STREAMS; i++) {
            var track = new Track("streams.stream." + i + ".");
            if (track.text("codec_type").filter(type::equals).isPresent() && !track.isCoverArt()) {
                tracks.add(track);
            }
        }
        return tracks;
    }

    /** One stream's values. */
    final class Track {

        private final String prefix;

        private Track(String prefix) {
            this.prefix = prefix;
        }

        Optional<String> text(String key) {
            return Optional.ofNullable(values.get(prefix + key)).filter(value -> !value.equals("N/A"));
        }

        Optional<Long> number(String key) {
            return text(key).filter(value -> value.matches("-?\\d{1,18}")).map(Long::valueOf);
        }

        Optional<Double> seconds(String key) {
            return decimal(values.get(prefix + key));
        }

        Optional<Ratio> ratio(String key) {
            return text(key).flatMap(Ratio::parse);
        }

        private boolean isCoverArt() {
            return number("disposition.attached_pic").orElse(0L) != 0
                    || number("disposition.still_image").orElse(0L) != 0;
        }
    }

    private static Optional<Double> decimal(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> text.matches("-?\\d{1,15}(\\.\\d+)?"))
                .map(Double::valueOf);
    }
}
