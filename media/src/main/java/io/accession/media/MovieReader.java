package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of ISO base media files (ISO/IEC 14496-12) and QuickTime files: the movie box, wherever it lies, and the headers of movie
 * fragments. Media data is jumped over. Memory does not grow with the number of samples. Whatever is not plain is left to ffprobe: see
 * {@link MovieDoubts} and docs/decisions/0042-mp4-headers.md.
 */
final class MovieReader {

    /** Blocks that may be looked at before the file is left to ffprobe: a fragment needs one, a long table a few. */
    static final int MOST_BLOCKS = 96;

    private static final int MOVIE = BlockReader.name("moov");
    private static final int MEDIA = BlockReader.name("mdat");
    private static final int FRAGMENT = BlockReader.name("moof");
    private static final int SEGMENTS = BlockReader.name("sidx");

    private final BlockReader in;

    private MovieReader(BlockReader in) {
        this.in = in;
    }

    /** Of a file with so many bytes. */
    static MovieReading read(BlockReader in, long bytes) throws ObjectUnavailableException {
        try {
            return new MovieReader(in).read(bytes);
        } catch (BadMediaException damaged) {
            return new MovieReading.Unsure(damaged.failure().message());
        }
    }

    private MovieReading read(long bytes) throws BadMediaException, ObjectUnavailableException {
        var boxes = IsoBox.children(in, 0, bytes);
        boolean readToTheEnd = !boxes.isEmpty() && bytes - boxes.getLast().end() < 8;
        var movies = boxes.stream().filter(box -> box.name() == MOVIE).toList();
        boolean hasSamples = boxes.stream().anyMatch(box -> box.name() == MEDIA);
        if (!readToTheEnd || !hasSamples || movies.size() != 1) {
            return new MovieReading.Unsure("The file has not one movie header and samples, or countless parts");
        }
        var movie = movie(movies.getFirst());
        var doubt = MovieDoubts.about(movie);
        if (doubt.isPresent()) {
            return new MovieReading.Unsure(doubt.get());
        }
        if (movie.tracks().size() > 1 && boxes.stream().anyMatch(box -> box.name() == SEGMENTS)) {
            return new MovieReading.Unsure("An index of segments moves the times of several tracks");
        }
        for (var box : boxes) {
            if (box.name() == FRAGMENT) {
                MovieFragment.read(in, box, movie);
            }
        }
        return MovieReport.of(in, movie);
    }

    private Movie movie(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        var header = IsoBox.find(in, box.start(), box.end(), "mvhd");
        boolean wide = in.u8(header.start()) == 1;
        long timescale = in.u32(header.start() + (wide ? 20 : 12), true);
        boolean turned = !TrackMatrix.at(in, header.start() + (wide ? 48 : 36)).isIdentity();
        var tracks = new ArrayList<MovieTrack>();
        IsoBox extension = null;
        boolean compressed = false;
        for (var child : IsoBox.children(in, box.start(), box.end())) {
            switch (IsoBox.text(child.name())) {
                case "trak" -> tracks.add(MovieTrack.read(in, child));
                case "mvex" -> extension = child;
                case "cmov" -> compressed = true;
                default -> {}
            }
        }
        return new Movie(timescale, turned || compressed, tracks, defaultDurations(extension));
    }

    /** What {@code trex} boxes give to the samples of fragments, by track. */
    private Map<Long, Long> defaultDurations(@Nullable IsoBox extension)
            throws BadMediaException, ObjectUnavailableException {
        var durations = new HashMap<Long, Long>();
        if (extension == null) {
            return durations;
        }
        for (var box : IsoBox.children(in, extension.start(), extension.end())) {
            if (box.name() == BlockReader.name("trex")) {
                durations.put(in.u32(box.start() + 4, true), in.u32(box.start() + 12, true));
            }
        }
        return durations;
    }

    /**
     * A movie as its header tells it.
     *
     * @param timescale units per second of edit lists
     * @param special whether the movie as a whole is turned or compressed
     * @param defaultDurations of samples in fragments, by the id of their track; empty if the movie has no fragments
     */
    record Movie(long timescale, boolean special, List<MovieTrack> tracks, Map<Long, Long> defaultDurations) {

        boolean isFragmented() {
            return !defaultDurations.isEmpty();
        }
    }
}
