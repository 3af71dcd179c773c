package io.accession.media;

/**
 * MPEG audio has no signature, only frames that follow each other: a header counts if another one stands where it says the next frame
 * is, or where the bytes end first. An ID3 tag in front is a hint at what follows.
 */
final class MpegAudioSniffer {

    private static final int[] KILOBITS_VERSION_1_LAYER_3 = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KILOBITS_VERSION_2_LAYER_3 = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] HERTZ = {44_100, 48_000, 32_000};
    private static final int VERSION_1 = 3;
    private static final int LAYER_3 = 1;
    private static final int ANY_LENGTH = 0;
    private static final int NO_FRAME = -1;

    private MpegAudioSniffer() {}

    static ContentType sniff(Magic head) {
        if (head.starts("ID3")) {
            int behind = 10 + size(head);
            return head.has(behind, "fLaC")
                    ? ContentType.FLAC
                    : isAdts(head, behind) ? ContentType.AAC : ContentType.MP3;
        }
        if (isAdts(head, 0)) {
            return ContentType.AAC;
        }
        return isMp3(head) ? ContentType.MP3 : ContentType.UNKNOWN;
    }

    /** Four times seven bits, as ID3v2 writes it. */
    private static int size(Magic head) {
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = (size << 7) | (head.at(i) & 0x7F);
        }
        return size;
    }

    private static boolean isAdts(Magic head, int at) {
        if (!isAdtsHeader(head, at)) {
            return false;
        }
        int length = ((head.at(at + 3) & 3) << 11) | (head.at(at + 4) << 3) | (head.at(at + 5) >> 5);
        return length > 7 && (at + length + 2 > head.length() || isAdtsHeader(head, at + length));
    }

    private static boolean isAdtsHeader(Magic head, int at) {
        return head.at(at) == 0xFF && (head.at(at + 1) & 0xF6) == 0xF0 && head.at(at + 5) >= 0;
    }

    private static boolean isMp3(Magic head) {
        int length = frameLength(head, 0);
        return length == ANY_LENGTH
                || (length > 0 && (length + 4 > head.length() || frameLength(head, length) != NO_FRAME));
    }

    /** Bytes of the frame that starts there, where layer and bit rate tell it. */
    private static int frameLength(Magic head, int at) {
        if (head.at(at) != 0xFF || (head.at(at + 1) & 0xE0) != 0xE0 || head.at(at + 3) < 0) {
            return NO_FRAME;
        }
        int version = (head.at(at + 1) >> 3) & 3;
        int layer = (head.at(at + 1) >> 1) & 3;
        int rate = head.at(at + 2) >> 4;
        int frequency = (head.at(at + 2) >> 2) & 3;
        if (version == 1 || layer == 0 || rate == 15 || frequency == 3) {
            return NO_FRAME;
        }
        if (layer != LAYER_3 || rate == 0) {
            return ANY_LENGTH;
        }
        int padding = (head.at(at + 2) >> 1) & 1;
        return version == VERSION_1
                ? 144_000 * KILOBITS_VERSION_1_LAYER_3[rate] / HERTZ[frequency] + padding
                : 72_000 * KILOBITS_VERSION_2_LAYER_3[rate] / (HERTZ[frequency] / (version == 2 ? 2 : 4)) + padding;
    }
}
