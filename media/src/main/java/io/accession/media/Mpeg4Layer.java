package io.accession.media;

/** The size in the video object layer of MPEG-4 part 2 (ISO/IEC 14496-2, 6.2.3). */
final class Mpeg4Layer {

    private static final int RECTANGULAR = 0;
    private static final int EXTENDED_ASPECT = 15;

    private Mpeg4Layer() {}

    /** Whether the layer is plain 4:2:0 of this size. */
    static boolean has(byte[] setup, int width, int height) {
        for (int at = 0; at + 8 < setup.length; at++) {
            boolean layer =
                    setup[at] == 0 && setup[at + 1] == 0 && setup[at + 2] == 1 && (setup[at + 3] & 0xF0) == 0x20;
            if (layer) {
                return matches(setup, at + 4, width, height);
            }
        }
        return false;
    }

    private static boolean matches(byte[] setup, int from, int width, int height) {
        try {
            var in = BitReader.of(java.util.Arrays.copyOfRange(setup, from, setup.length));
            in.skip(1 + 8);
            if (in.flag()) {
                in.skip(4 + 3);
            }
            if (in.bits(4) == EXTENDED_ASPECT) {
                in.skip(16);
            }
            boolean subsampled = skipControl(in);
            int shape = in.bits(2);
            in.skip(1);
            int resolution = in.bits(16);
            in.skip(1);
            if (in.flag()) {
                in.skip(Math.max(1, 32 - Integer.numberOfLeadingZeros(resolution - 1)));
            }
            in.skip(1);
            boolean size = in.bits(13) == width && in.flag() && in.bits(13) == height;
            return subsampled && shape == RECTANGULAR && size;
        } catch (BadMediaException endsTooEarly) {
            return false;
        }
    }

    private static boolean skipControl(BitReader in) throws BadMediaException {
        if (!in.flag()) {
            return true;
        }
        boolean subsampled = in.bits(2) == 1;
        in.skip(1);
        if (in.flag()) {
            in.skip(79);
        }
        return subsampled;
    }
}
