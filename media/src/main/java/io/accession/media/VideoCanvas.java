package io.accession.media;

import io.accession.core.domain.FailureCode;

/**
 * The size of a video: what is shown of it, and what is stored. Stored sides are even, because of the halved colours, and at least 16, which is the
 * smallest that the encoder takes; what is shown lies in the upper left corner.
 */
record VideoCanvas(int width, int height) {

    private static final int SMALLEST_SIDE = 16;
    private static final int MACROBLOCK = 16;
    /** H.264 level 5.2 (ITU-T H.264 table A-1), the encoder's largest: 36,864 macroblocks. */
    static final long MOST_STORED_PIXELS = 36_864L * MACROBLOCK * MACROBLOCK;

    /** Refuses sizes that H.264 has no level for. */
    static VideoCanvas of(ImageHeader first) throws BadMediaException {
        if (!fits(first.width(), first.height())) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE,
                    "The first image sets the size, and " + first.width() + " × " + first.height()
                            + " pixels are more than the " + MOST_STORED_PIXELS
                            + " of the largest H.264 video. Register an image group with createVideo false");
        }
        return new VideoCanvas(first.width(), first.height());
    }

    /** Whether H.264 has a level for the size. */
    static boolean fits(int width, int height) {
        return rounded(width, MACROBLOCK) * rounded(height, MACROBLOCK) <= MOST_STORED_PIXELS;
    }

    int storedWidth() {
        return (int) rounded(Math.max(width, SMALLEST_SIDE), 2);
    }

    int storedHeight() {
        return (int) rounded(Math.max(height, SMALLEST_SIDE), 2);
    }

    /** Of one picture in 4:2:0. */
    int frameBytes() {
        return storedWidth() * storedHeight() / 2 * 3;
    }

    private static long rounded(int side, int step) {
        return ((long) side + step - 1) / step * step;
    }
}
