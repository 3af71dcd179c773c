package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.Optional;

/**
 * What an {@code esds} box says (ISO/IEC 14496-1, 7.2.6.5).
 *
 * @param type the {@code objectTypeIndication}
 * @param setup the decoder's own configuration, empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record ElementaryStream(int type, byte[] setup) {

    static final int MPEG4_VIDEO = 0x20;
    static final int MPEG4_AUDIO = 0x40;
    static final int MPEG2_LOW_COMPLEXITY = 0x67;
    static final int MPEG2_LAYERS = 0x69;
    static final int MPEG1_LAYERS = 0x6B;

    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SETUP = 5;
    private static final int LARGEST_SETUP = 1024;

    /** A descriptor: where its content starts and ends. */
    private record Descriptor(int tag, long start, long end) {

        static Descriptor at(BlockReader in, long offset) throws BadMediaException, ObjectUnavailableException {
            long at = offset + 1;
            long length = 0;
            int next;
            do {
                next = in.u8(at++);
                length = (length << 7) | (next & 0x7F);
            } while ((next & 0x80) != 0 && at < offset + 5);
            return new Descriptor(in.u8(offset), at, at + length);
        }
    }

    /** Empty for descriptors that are not in the one usual order. */
    static Optional<ElementaryStream> read(BlockReader in, IsoBox box)
            throws BadMediaException, ObjectUnavailableException {
        var stream = Descriptor.at(in, box.start() + 4);
        boolean plain = stream.tag() == STREAM && (in.u8(stream.start() + 2) & 0xE0) == 0;
        var decoder = Descriptor.at(in, stream.start() + 3);
        if (!plain || decoder.tag() != DECODER || decoder.end() > box.end()) {
            return Optional.empty();
        }
        int type = in.u8(decoder.start());
        if (decoder.start() + 13 >= decoder.end()) {
            return Optional.of(new ElementaryStream(type, new byte[0]));
        }
        var setup = Descriptor.at(in, decoder.start() + 13);
        long length = setup.end() - setup.start();
        if (setup.tag() != SETUP || length > LARGEST_SETUP || setup.end() > box.end()) {
            return Optional.empty();
        }
        var bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) in.u8(setup.start() + i);
        }
        return Optional.of(new ElementaryStream(type, bytes));
    }
}
