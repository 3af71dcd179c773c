package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells of a movie what ffprobe would tell. A video's rate is that of its usual frame; a video whose frames are neither even nor clearly uneven
 * (timestamps that tremble, a frame that was dropped) is left to ffprobe, which judges the rate by its codec as well.
 */
final class MovieReport {

    private final BlockReader in;
    private final MovieReader.Movie movie;
    private final Map<String, String> values = new HashMap<>();
    private int streams;

    private MovieReport(BlockReader in, MovieReader.Movie movie) {
        this.in = in;
        this.movie = movie;
    }

    static MovieReading of(BlockReader in, MovieReader.Movie movie)
            throws BadMediaException, ObjectUnavailableException {
        return new MovieReport(in, movie).reading();
    }

    private MovieReading reading() throws BadMediaException, ObjectUnavailableException {
        boolean soundOnly = movie.tracks().stream().noneMatch(MovieTrack::isVideo);
        for (var track : movie.tracks()) {
            if (!track.isVideo() && !track.isSound()) {
                continue;
            }
            boolean timed = track.times().samples() > 0
                    && !track.times().isImpossible()
                    && !track.fragments().isShifted();
            if (!timed) {
                return new MovieReading.Unsure("A track has no samples, or times that contradict each other");
            }
            tell("duration", seconds(duration(track), track));
            tell("start_time", seconds(start(track), track));
            boolean told = track.isVideo() ? video(track) : sound(track) || !soundOnly;
            if (!told) {
                return new MovieReading.Unsure("The coding or the rate of a track is only known to a decoder");
            }
            streams++;
        }
        return new MovieReading.Understood(new TrackReport(values));
    }

    private boolean video(MovieTrack track) throws BadMediaException, ObjectUnavailableException {
        tell("codec_type", "video");
        var times = track.times();
        var coding = VideoEntry.coding(in, track.entry());
        boolean knownRate = times.usualDuration() > 0 && (times.isEven() || times.isClearlyUneven());
        if (coding.isEmpty() || !knownRate) {
            return false;
        }
        tell("codec_name", coding.get().codec());
        tell("pix_fmt", coding.get().pixels());
        tell("width", coding.get().width());
        tell("height", coding.get().height());
        tell("nb_frames", times.samples());
        tell("r_frame_rate", Ratio.nearest(track.timescale(), times.usualDuration()));
        tell("avg_frame_rate", Ratio.nearest(track.timescale() * times.samples(), times.total()));
        if (!track.matrix().isIdentity()) {
            tell("side_data_list.side_data.0.rotation", track.matrix().degrees());
        }
        return true;
    }

    private boolean sound(MovieTrack track) throws BadMediaException, ObjectUnavailableException {
        tell("codec_type", "audio");
        var coding = SoundEntry.coding(in, track.entry());
        if (coding.isEmpty()) {
            return false;
        }
        tell("codec_name", coding.get().codec());
        tell("sample_rate", coding.get().sampleRate());
        tell("channels", coding.get().channels());
        tell("bits_per_raw_sample", coding.get().bits());
        return true;
    }

    private void tell(String key, Object value) {
        values.put("streams.stream." + streams + "." + key, value.toString());
    }

    /** What the track's header says, unless its samples or its edits end before. Fragments go on behind it. */
    private long duration(MovieTrack track) {
        if (movie.isFragmented()) {
            return Math.max(track.mediaDuration(), track.fragments().end());
        }
        long duration = Math.min(track.mediaDuration(), track.times().total());
        var edits = track.edits();
        return edits.form() == EditList.Form.NONE
                ? duration
                : Math.min(duration, inTrackUnits(edits.pause() + edits.duration(), track));
    }

    /** Players cut what lies before the part that is shown; without such a part the first frame is shown when it is due. */
    private long start(MovieTrack track) {
        var edits = track.edits();
        long pause = inTrackUnits(edits.pause(), track);
        Long firstOfFragments = track.fragments().firstShown();
        if (firstOfFragments != null && track.tableSamples() == 0) {
            return firstOfFragments - edits.mediaTime() + pause;
        }
        return edits.form() == EditList.Form.NONE ? track.firstOffset() : pause;
    }

    private long inTrackUnits(long inMovieUnits, MovieTrack track) {
        return Math.round((double) inMovieUnits * track.timescale() / movie.timescale());
    }

    private static String seconds(long units, MovieTrack track) {
        return String.format(Locale.ROOT, "%.6f", (double) units / track.timescale());
    }
}
