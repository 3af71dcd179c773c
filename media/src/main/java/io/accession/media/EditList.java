package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/**
 * When a track begins and which part of it is shown ({@code elst}).
 *
 * @param form how many edits there are
 * @param pause before the track begins, in units of the movie
 * @param duration of the part that is shown, in units of the movie; 0 in fragmented files means to the end
 * @param mediaTime where that part begins, in units of the track
 */
record EditList(Form form, long pause, long duration, long mediaTime) {

    static final EditList NONE = new EditList(Form.NONE, 0, 0, 0);

    private static final int MOST_EDITS = 16;

    enum Form {
        NONE,
        /** Pauses, and then one part at its own speed. */
        ONE_PART,
        /** Several parts, a changed speed, or nothing but pauses. */
        OTHER
    }

    static EditList read(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        boolean wide = in.u8(box.start()) == 1;
        long entries = in.u32(box.start() + 4, true);
        int size = wide ? 20 : 12;
        if (entries == 0) {
            return NONE;
        }
        if (entries > MOST_EDITS || box.start() + 8 + entries * size > box.end()) {
            return new EditList(Form.OTHER, 0, 0, 0);
        }
        long pause = 0;
        for (int i = 0; i < entries; i++) {
            long at = box.start() + 8 + (long) i * size;
            long duration = wide ? in.s64(at, true) : in.u32(at, true);
            long time = wide ? signed64(in, at + 8) : in.s32(at + 4, true);
            if (time != -1) {
                boolean last = i == entries - 1;
                boolean ownSpeed = in.u32(at + size - 4, true) == 0x10000;
                return new EditList(last && ownSpeed && time >= 0 ? Form.ONE_PART : Form.OTHER, pause, duration, time);
            }
            pause += duration;
        }
        return new EditList(Form.OTHER, pause, 0, 0);
    }

    private static long signed64(BlockReader in, long offset) throws BadMediaException, ObjectUnavailableException {
        return ((long) in.s32(offset, true) << 32) | in.u32(offset + 4, true);
    }
}
