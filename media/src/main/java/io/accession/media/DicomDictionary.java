package io.accession.media;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tags that are kept of a file, with their value representations (PS3.6): the 22 of registration-facts section 4.3, and those
 * that help to find and sort files. Of the patient only the id is among them. Of the sequences of functional groups those macros are
 * kept that place a frame in space, time and grey scale.
 */
final class DicomDictionary {

    static final int CHARACTER_SET = 0x00080005;
    static final int TRANSFER_SYNTAX = 0x00020010;
    static final int ROWS = 0x00280010;
    static final int PIXEL_DATA_URL = 0x00287FE0;

    private static final Map<Integer, DicomVr> FILE = read("""
            00020010 UI  00080016 UI  00080018 UI  00080020 DA  00080021 DA  00080022 DA  00080023 DA  00080060 CS
            00080070 LO  00081030 LO  0008103E LO  00081090 LO  00100020 LO  00180015 CS  00180050 DS  00180088 DS
            00181030 LO  00181114 DS  00181164 DS  0020000D UI  0020000E UI  00200011 IS  00200012 IS  00200013 IS
            00200032 DS  00200037 DS  00200052 UI  00201041 DS  00209113 SQ  00209116 SQ  00280002 US  00280004 CS
            00280008 IS  00280010 US  00280011 US  00280030 DS  00280100 US  00280101 US  00280102 US  00280103 US
            00281050 DS  00281051 DS  00281052 DS  00281053 DS  00289110 SQ  52009229 SQ  52009230 SQ
            """);

    private static final Map<Integer, DicomVr> INSIDE = read("""
            00180050 DS  00180088 DS  00200032 DS  00200037 DS  00209056 SH  00209057 UL  00209111 SQ  00209113 SQ
            00209116 SQ  00209128 UL  00209156 US  00209157 UL  00280030 DS  00281050 DS  00281051 DS  00281052 DS
            00281053 DS  00281054 LO  00289110 SQ  00289132 SQ  00289145 SQ
            """);

    private DicomDictionary() {}

    private static Map<Integer, DicomVr> read(String table) {
        var words = table.strip().split("\\s+", -1);
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        i -> Integer.parseUnsignedInt(words[2 * i], 16), i -> DicomVr.valueOf(words[2 * i + 1])));
    }

    /** The representation of a tag that is kept; null for all others. {@code depth} is 0 outside all sequences. */
    static @Nullable DicomVr kept(int tag, int depth) {
        return (depth == 0 ? FILE : INSIDE).get(tag);
    }

    static boolean isPixelData(int tag) {
        return tag >>> 16 == 0x7FE0;
    }
}
