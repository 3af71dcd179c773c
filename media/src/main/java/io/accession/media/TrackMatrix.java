package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;

/** How a track is turned for display: the first two columns of its transformation matrix, without its translation. */
record TrackMatrix(int a, int b, int c, int d, boolean isIdentity) {

    private static final int ONE = 1 << 16;

    static TrackMatrix at(BlockReader in, long offset) throws BadMediaException, ObjectUnavailableException {
        int a = in.s32(offset, true);
        int b = in.s32(offset + 4, true);
        int c = in.s32(offset + 12, true);
        int d = in.s32(offset + 16, true);
        boolean plain = a == ONE && b == 0 && c == 0 && d == ONE;
        boolean unmoved = in.s32(offset + 8, true) == 0
                && in.s32(offset + 20, true) == 0
                && in.s32(offset + 24, true) == 0
                && in.s32(offset + 28, true) == 0
                && in.s32(offset + 32, true) == 1 << 30;
        return new TrackMatrix(a, b, c, d, plain && unmoved);
    }

    /** Whole degrees anticlockwise, as FFmpeg counts; 0 for a matrix that shows nothing. */
    int degrees() {
        double across = Math.hypot(a, c);
        double down = Math.hypot(b, d);
        if (across == 0 || down == 0) {
            return 0;
        }
        return (int) -Math.toDegrees(Math.atan2(b / down, a / across));
    }
}
