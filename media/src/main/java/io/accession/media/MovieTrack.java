package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A track as its header tells it.
 *
 * @param handler what the track holds: {@code vide}, {@code soun} …
 * @param timescale units per second
 * @param mediaDuration in these units; of fragmented files often 0
 * @param entry how the samples are coded; null unless the track has exactly one way
 * @param times of the tables, and of fragments when these have been read
 * @param tableSamples how many samples there are by the table of sizes
 * @param firstOffset from decoding the first sample to showing it
 * @param hasReferences whether the track refers to others, as a track of chapters does
 */
record MovieTrack(
        long id,
        String handler,
        long timescale,
        long mediaDuration,
        TrackMatrix matrix,
        EditList edits,
        @Nullable IsoBox entry,
        SampleTimes times,
        FragmentTimes fragments,
        long tableSamples,
        long firstOffset,
        boolean hasReferences) {

    boolean isVideo() {
        return handler.equals("vide");
    }

    boolean isSound() {
        return handler.equals("soun");
    }

    static MovieTrack read(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        var parts = named(in, box);
        var header = required(parts, "tkhd");
        var media = named(in, required(parts, "mdia"));
        var mediaHeader = required(media, "mdhd");
        boolean wide = in.u8(header.start()) == 1;
        boolean wideMedia = in.u8(mediaHeader.start()) == 1;
        long duration = wideMedia ? in.s64(mediaHeader.start() + 24, true) : in.u32(mediaHeader.start() + 16, true);
        var handler = required(media, "hdlr");
        var information = named(in, required(media, "minf"));
        requireSamplesHere(in, information);
        var tables = named(in, required(information, "stbl"));
        var times = times(in, required(tables, "stts"));
        return new MovieTrack(
                in.u32(header.start() + (wide ? 20 : 12), true),
                IsoBox.text(in.name(handler.start() + 8)),
                in.u32(mediaHeader.start() + (wideMedia ? 20 : 12), true),
                duration,
                TrackMatrix.at(in, header.start() + (wide ? 52 : 40)),
                edits(in, parts),
                entry(in, required(tables, "stsd")),
                times,
                new FragmentTimes(times.total()),
                samples(in, tables),
                tables.containsKey("ctts") ? firstOffset(in, required(tables, "ctts")) : 0,
                parts.containsKey("tref"));
    }

    private static Map<String, IsoBox> named(BlockReader in, IsoBox parent)
            throws BadMediaException, ObjectUnavailableException {
        var boxes = new HashMap<String, IsoBox>();
        for (var box : IsoBox.children(in, parent.start(), parent.end())) {
            boxes.putIfAbsent(IsoBox.text(box.name()), box);
        }
        return boxes;
    }

    private static IsoBox required(Map<String, IsoBox> boxes, String name) throws BadMediaException {
        var box = boxes.get(name);
        if (box == null) {
            throw BadMediaException.damaged("A track has no '" + name + "' box");
        }
        return box;
    }

    /** QuickTime's movies may name other files that hold their samples. */
    private static void requireSamplesHere(BlockReader in, Map<String, IsoBox> information)
            throws BadMediaException, ObjectUnavailableException {
        var references = required(named(in, required(information, "dinf")), "dref");
        for (var reference : IsoBox.children(in, references.start() + 8, references.end())) {
            boolean here = (in.u8(reference.start() + 3) & 1) != 0;
            if (!here) {
                throw BadMediaException.damaged("The samples of a track lie in another file");
            }
        }
    }

    private static EditList edits(BlockReader in, Map<String, IsoBox> parts)
            throws BadMediaException, ObjectUnavailableException {
        var edits = parts.get("edts");
        if (edits == null) {
            return EditList.NONE;
        }
        var list = named(in, edits).get("elst");
        return list == null ? EditList.NONE : EditList.read(in, list);
    }

    private static @Nullable IsoBox entry(BlockReader in, IsoBox box)
            throws BadMediaException, ObjectUnavailableException {
        return in.u32(box.start() + 4, true) == 1 ? IsoBox.at(in, box.start() + 8, box.end()) : null;
    }

    private static SampleTimes times(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        var times = new SampleTimes();
        long runs = in.u32(box.start() + 4, true);
        if (box.start() + 8 + 8 * runs > box.end()) {
            throw BadMediaException.damaged("The table of sample times is larger than its box");
        }
        for (long i = 0; i < runs && !times.isImpossible(); i++) {
            long at = box.start() + 8 + 8 * i;
            times.add(in.u32(at, true), in.u32(at + 4, true));
        }
        return times;
    }

    private static long samples(BlockReader in, Map<String, IsoBox> tables)
            throws BadMediaException, ObjectUnavailableException {
        required(tables, "stsc");
        required(tables, tables.containsKey("co64") ? "co64" : "stco");
        var sizes = required(tables, tables.containsKey("stz2") ? "stz2" : "stsz");
        return in.u32(sizes.start() + 8, true);
    }

    /** Negative ones are common: QuickTime's are signed in every version. */
    private static long firstOffset(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        return in.u32(box.start() + 4, true) == 0 ? 0 : in.s32(box.start() + 12, true);
    }
}
