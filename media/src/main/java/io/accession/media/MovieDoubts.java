package io.accession.media;

import java.util.Optional;
import java.util.Set;

/** Why a movie is left to ffprobe though its header can be read. */
final class MovieDoubts {

    /** Tracks that hold neither pictures nor sound, whatever their samples are. */
    private static final Set<String> OTHER_TRACKS =
            Set.of("text", "sbtl", "subt", "subp", "clcp", "tmcd", "meta", "hint", "data", "camm", "fdsc");

    private MovieDoubts() {}

    static Optional<String> about(MovieReader.Movie movie) {
        if (movie.special() || movie.timescale() <= 0) {
            return Optional.of("The movie is turned or compressed as a whole");
        }
        long videos = movie.tracks().stream().filter(MovieTrack::isVideo).count();
        if (videos > 1 && movie.tracks().stream().anyMatch(MovieTrack::hasReferences)) {
            return Optional.of("One of several video tracks may hold the pictures of chapters");
        }
        return movie.tracks().stream()
                .flatMap(track -> about(track, movie.isFragmented()).stream())
                .findFirst();
    }

    private static Optional<String> about(MovieTrack track, boolean fragmented) {
        if (!track.isVideo() && !track.isSound()) {
            return OTHER_TRACKS.contains(track.handler())
                    ? Optional.empty()
                    : Optional.of("A track is of the unknown kind '" + track.handler() + "'");
        }
        if (track.entry() == null || track.timescale() <= 0 || track.times().isImpossible()) {
            return Optional.of("A track has no timescale, impossible times, or samples of several kinds");
        }
        boolean empty = track.times().samples() == 0 || track.mediaDuration() == 0;
        if (track.times().samples() != track.tableSamples() || (empty && !fragmented)) {
            return Optional.of("The tables of a track contradict each other");
        }
        var edits = track.edits();
        boolean endless = edits.form() == EditList.Form.ONE_PART && edits.duration() == 0;
        if (edits.form() == EditList.Form.OTHER || (endless && !fragmented)) {
            return Optional.of("A track has several edits");
        }
        return Optional.empty();
    }
}
