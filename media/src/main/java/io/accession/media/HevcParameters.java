package io.accession.media;

import io.accession.media.VideoCoding.Chroma;
import java.util.Optional;

/** What a sequence parameter set of H.265 says of its pictures (ITU-T H.265, 7.3.2.2). */
record HevcParameters(int width, int height, Chroma chroma, int bits, boolean fullRange) {

    private static final int MOST_SETS = 64;
    private static final int MOST_PICTURES = 16;

    /** Empty for what is rare and takes long to skip: scaling lists, colour planes apart. {@code unit} begins with its type. */
    static Optional<HevcParameters> parse(byte[] unit) throws BadMediaException {
        var in = BitReader.ofUnit(unit);
        in.skip(16 + 4);
        int layers = in.bits(3);
        in.skip(1);
        skipProfile(in, layers);
        in.unsigned();
        var chroma = Chroma.of(in.unsigned());
        if (chroma.isEmpty() || chroma.get() == Chroma.FULL) {
            return Optional.empty();
        }
        int width = in.unsigned();
        int height = in.unsigned();
        if (in.flag()) {
            width -= (chroma.get() == Chroma.GRAY ? 1 : 2) * (in.unsigned() + in.unsigned());
            height -= (chroma.get() == Chroma.HALF_BOTH ? 2 : 1) * (in.unsigned() + in.unsigned());
        }
        int bits = 8 + in.unsigned();
        boolean sameDepth = 8 + in.unsigned() == bits;
        if (!sameDepth || !skipTools(in, layers)) {
            return Optional.empty();
        }
        boolean full = in.flag() && Boolean.TRUE.equals(AvcParameters.fullRange(in));
        return Optional.of(new HevcParameters(width, height, chroma.get(), bits, full));
    }

    private static void skipProfile(BitReader in, int layers) throws BadMediaException {
        in.skip(88 + 8);
        int present = 0;
        for (int i = 0; i < layers; i++) {
            present += (in.flag() ? 88 : 0) + (in.flag() ? 8 : 0);
        }
        if (layers > 0) {
            in.skip(2 * (8 - layers));
        }
        in.skip(present);
    }

    /** Everything between the depth of samples and the usability information; false where that has scaling lists. */
    private static boolean skipTools(BitReader in, int layers) throws BadMediaException {
        int orderBits = in.unsigned() + 4;
        for (int i = in.flag() ? 0 : layers; i <= layers; i++) {
            skipNumbers(in, 3);
        }
        skipNumbers(in, 6);
        boolean scaling = in.flag();
        if (scaling && in.flag()) {
            return false;
        }
        in.skip(2);
        if (in.flag()) {
            in.skip(8);
            skipNumbers(in, 2);
            in.skip(1);
        }
        skipReferences(in);
        if (in.flag()) {
            for (int left = in.unsigned(); left > 0; left--) {
                in.skip(Math.min(orderBits, 16) + 1);
            }
        }
        in.skip(2);
        return true;
    }

    private static void skipReferences(BitReader in) throws BadMediaException {
        int sets = in.unsigned();
        if (sets > MOST_SETS) {
            throw BadMediaException.damaged("A parameter set has more sets of pictures than there can be");
        }
        int pictures = 0;
        for (int i = 0; i < sets; i++) {
            boolean predicted = i > 0 && in.flag();
            pictures = predicted ? skipPredicted(in, pictures) : skipListed(in);
        }
    }

    /** Told by what the set before has; gives the number of pictures. */
    private static int skipPredicted(BitReader in, int before) throws BadMediaException {
        in.skip(1);
        in.unsigned();
        int pictures = 0;
        for (int i = 0; i <= before; i++) {
            boolean used = in.flag();
            pictures += used || in.flag() ? 1 : 0;
        }
        return pictures;
    }

    private static int skipListed(BitReader in) throws BadMediaException {
        int pictures = in.unsigned() + in.unsigned();
        if (pictures > MOST_PICTURES) {
            throw BadMediaException.damaged("A parameter set refers to more pictures than there can be");
        }
        for (int i = 0; i < pictures; i++) {
            in.unsigned();
            in.skip(1);
        }
        return pictures;
    }

    private static void skipNumbers(BitReader in, int count) throws BadMediaException {
        for (int i = 0; i < count; i++) {
            in.unsigned();
        }
    }

    String pixels() {
        boolean historic = fullRange && bits == 8 && chroma == Chroma.HALF_BOTH;
        return historic ? "yuvj420p" : chroma.pixels(bits);
    }
}
