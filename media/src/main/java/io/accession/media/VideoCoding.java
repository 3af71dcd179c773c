package io.accession.media;

import java.util.Optional;

/** A codec and what its frames are made of, in FFmpeg's names. */
record VideoCoding(String codec, String pixels, int width, int height) {

    /** How colours are sampled, in the order of H.264's {@code chroma_format_idc}. */
    enum Chroma {
        GRAY("gray"),
        HALF_BOTH("yuv420p"),
        HALF_ACROSS("yuv422p"),
        FULL("yuv444p");

        private final String pixels;

        Chroma(String pixels) {
            this.pixels = pixels;
        }

        /** Empty for what is no such number. */
        static Optional<Chroma> of(int number) {
            return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
        }

        String pixels(int bits) {
            return bits == 8 ? pixels : pixels + bits + "le";
        }
    }
}
