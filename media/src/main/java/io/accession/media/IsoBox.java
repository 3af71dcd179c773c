package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** A box of an ISO base media file (ISO/IEC 14496-12): its name and where its content starts and ends. */
record IsoBox(int name, long start, long end) {

    /** Sound files have far fewer side by side. */
    private static final int MOST_BOXES = 4096;

    static IsoBox at(BlockReader in, long offset, long limit) throws BadMediaException, ObjectUnavailableException {
        long size = in.u32(offset, true);
        int name = in.name(offset + 4);
        if (size == 0) {
            return new IsoBox(name, offset + 8, limit);
        }
        boolean large = size == 1;
        long length = large ? in.s64(offset + 8, true) : size;
        int header = large ? 16 : 8;
        if (length < header || length > limit - offset) {
            throw BadMediaException.damaged("A box at byte " + offset + " has an impossible length of " + length);
        }
        return new IsoBox(name, offset + header, offset + length);
    }

    /** The first box of the name between the offsets. */
    static IsoBox find(BlockReader in, long from, long end, String name)
            throws BadMediaException, ObjectUnavailableException {
        int wanted = BlockReader.name(name);
        long at = from;
        for (int i = 0; i < MOST_BOXES && at + 8 <= end && in.has(at); i++) {
            var box = at(in, at, end);
            if (box.name() == wanted) {
                return box;
            }
            at = box.end();
        }
        boolean endsInsideBox = end == Long.MAX_VALUE && at > 0 && !in.has(at - 1);
        throw new BadMediaException(
                endsInsideBox ? FailureCode.OBJECT_TRUNCATED : FailureCode.OBJECT_DAMAGED,
                "The file has no '" + name + "' box where one should be");
    }

    /** The name as four characters. */
    static String text(int name) {
        var characters = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            characters.append((char) ((name >>> shift) & 0xFF));
        }
        return characters.toString();
    }

    static List<IsoBox> children(BlockReader in, long from, long end)
            throws BadMediaException, ObjectUnavailableException {
        var boxes = new ArrayList<IsoBox>();
        long at = from;
        while (boxes.size() < MOST_BOXES && at + 8 <= end) {
            var box = at(in, at, end);
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }
}
