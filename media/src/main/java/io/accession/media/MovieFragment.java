package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** What a movie fragment ({@code moof}) adds to the times of its tracks. */
final class MovieFragment {

    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;

    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATIONS = 0x100;
    private static final int SIZES = 0x200;
    private static final int FLAGS = 0x400;
    private static final int OFFSETS = 0x800;

    private final BlockReader in;
    private final MovieTrack track;
    private final long defaultDuration;
    private long time;

    private MovieFragment(BlockReader in, MovieTrack track, long defaultDuration) {
        this.in = in;
        this.track = track;
        this.defaultDuration = defaultDuration;
        this.time = track.fragments().end();
    }

    static void read(BlockReader in, IsoBox fragment, MovieReader.Movie movie)
            throws BadMediaException, ObjectUnavailableException {
        for (var box : IsoBox.children(in, fragment.start(), fragment.end())) {
            if (box.name() == BlockReader.name("traf")) {
                track(in, box, movie);
            }
        }
    }

    private static void track(BlockReader in, IsoBox box, MovieReader.Movie movie)
            throws BadMediaException, ObjectUnavailableException {
        var header = IsoBox.find(in, box.start(), box.end(), "tfhd");
        long id = in.u32(header.start() + 4, true);
        var defaultDuration = movie.defaultDurations().get(id);
        var track = movie.tracks().stream().filter(t -> t.id() == id).findFirst();
        if (defaultDuration == null || track.isEmpty()) {
            throw BadMediaException.damaged("A fragment belongs to a track that the movie's header does not name");
        }
        int flags = flags(in, header);
        long at = header.start() + 8 + ((flags & BASE_OFFSET) != 0 ? 8 : 0) + ((flags & DESCRIPTION) != 0 ? 4 : 0);
        long duration = (flags & DEFAULT_DURATION) != 0 ? in.u32(at, true) : defaultDuration;
        new MovieFragment(in, track.get(), duration).read(box);
    }

    private void read(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        for (var child : IsoBox.children(in, box.start(), box.end())) {
            switch (IsoBox.text(child.name())) {
                case "tfdt" ->
                    time = in.u8(child.start()) == 1
                            ? in.s64(child.start() + 4, true)
                            : in.u32(child.start() + 4, true);
                case "trun" -> run(child);
                default -> {}
            }
        }
        track.fragments().endAt(time);
    }

    private void run(IsoBox box) throws BadMediaException, ObjectUnavailableException {
        int flags = flags(in, box);
        long samples = in.u32(box.start() + 4, true);
        long at = box.start() + 8 + 4L * Integer.bitCount(flags & (DATA_OFFSET | FIRST_FLAGS));
        int size = 4 * Integer.bitCount(flags & (DURATIONS | SIZES | FLAGS | OFFSETS));
        if (samples > Integer.MAX_VALUE || at + samples * size > box.end()) {
            throw BadMediaException.damaged("The table of a fragment is larger than its box");
        }
        boolean allAlike = (flags & (DURATIONS | OFFSETS)) == 0;
        if (allAlike && samples > 0) {
            track.fragments().offset(time, 0);
            add(samples, defaultDuration);
            return;
        }
        for (long i = 0; i < samples; i++, at += size) {
            track.fragments().offset(time, (flags & OFFSETS) != 0 ? in.s32(at + size - 4, true) : 0);
            add(1, (flags & DURATIONS) != 0 ? in.u32(at, true) : defaultDuration);
        }
    }

    private void add(long samples, long duration) {
        track.times().add(samples, duration);
        time += samples * duration;
    }

    private static int flags(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        return in.s32(box.start(), true) & 0xFFFFFF;
    }
}
