package io.accession.media;

import io.accession.media.VideoCoding.Chroma;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set of H.264 says of its pictures (ITU-T H.264, 7.3.2.1).
 *
 * @param fullRange null where the set does not tell
 */
record AvcParameters(
        int width,
        int height,
        Chroma chroma,
        int bits,
        @Nullable Boolean fullRange) {

    private static final Set<Integer> PROFILES_WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int CUSTOM_ASPECT = 255;

    /** Empty for pictures of which a decoder makes something else: grey ones, and depths that differ. {@code unit} begins with its type. */
    static Optional<AvcParameters> parse(byte[] unit) throws BadMediaException {
        var in = BitReader.ofUnit(unit);
        in.skip(8);
        int profile = in.bits(8);
        in.skip(16);
        in.unsigned();
        int chroma = 1;
        int bits = 8;
        if (PROFILES_WITH_CHROMA.contains(profile)) {
            chroma = in.unsigned();
            if (chroma == 3 && in.flag()) {
                return Optional.empty();
            }
            bits = 8 + in.unsigned();
            boolean sameDepth = 8 + in.unsigned() == bits;
            in.skip(1);
            if (!sameDepth) {
                return Optional.empty();
            }
            if (in.flag()) {
                skipScaling(in, chroma);
            }
        }
        skipOrder(in);
        return pictures(in, chroma, bits);
    }

    private static void skipScaling(BitReader in, int chroma) throws BadMediaException {
        for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) {
            if (in.flag()) {
                skipList(in, i < 6 ? 16 : 64);
            }
        }
    }

    private static void skipList(BitReader in, int size) throws BadMediaException {
        int scale = 8;
        for (int i = 0; i < size && scale != 0; i++) {
            scale = (scale + in.signed()) & 0xFF;
        }
    }

    /** How frames are numbered and ordered. */
    private static void skipOrder(BitReader in) throws BadMediaException {
        in.unsigned();
        int type = in.unsigned();
        if (type == 0) {
            in.unsigned();
        } else if (type == 1) {
            in.skip(1);
            in.signed();
            in.signed();
            for (int left = in.unsigned(); left > 0; left--) {
                in.signed();
            }
        }
        in.unsigned();
        in.skip(1);
    }

    private static Optional<AvcParameters> pictures(BitReader in, int chroma, int bits) throws BadMediaException {
        int blocksAcross = in.unsigned() + 1;
        int unitsDown = in.unsigned() + 1;
        int fields = in.flag() ? 1 : 2;
        if (fields == 2) {
            in.skip(1);
        }
        in.skip(1);
        int width = 16 * blocksAcross;
        int height = 16 * unitsDown * fields;
        if (in.flag()) {
            int across = chroma == 1 || chroma == 2 ? 2 : 1;
            int down = (chroma == 1 ? 2 : 1) * fields;
            width -= across * (in.unsigned() + in.unsigned());
            height -= down * (in.unsigned() + in.unsigned());
        }
        var fullRange = in.flag() ? fullRange(in) : null;
        int cropped = width;
        int lines = height;
        return Chroma.of(chroma)
                .filter(sampling -> sampling != Chroma.GRAY)
                .map(sampling -> new AvcParameters(cropped, lines, sampling, bits, fullRange));
    }

    /** The beginning of the usability information, which H.265 has as well. */
    static @Nullable Boolean fullRange(BitReader in) throws BadMediaException {
        if (in.flag() && in.bits(8) == CUSTOM_ASPECT) {
            in.skip(32);
        }
        if (in.flag()) {
            in.skip(1);
        }
        if (!in.flag()) {
            return null;
        }
        in.skip(3);
        return in.flag();
    }

    /** {@code containersRange} counts where the set itself is silent. Empty for full chroma, which may as well be red, green and blue. */
    Optional<String> pixels(boolean containersRange) {
        if (chroma == Chroma.FULL) {
            return Optional.empty();
        }
        boolean full = fullRange == null ? containersRange : fullRange;
        var plain = chroma.pixels(bits);
        return Optional.of(full && bits == 8 ? plain.replace("yuv", "yuvj") : plain);
    }
}
