package io.accession.media;

import java.util.ArrayList;
import java.util.List;

/** Parameter sets of H.265, written bit by bit: the programs that are shipped have no encoder of it. */
final class HevcSamples {

    private final List<Integer> bits = new ArrayList<>();

    private HevcSamples() {}

    /** A movie whose header describes pictures of the size, cropped by eight pixels on the right and at the bottom. */
    static MadeMovie movie(int width, int height, int chroma, int depth, boolean fullRange) {
        var units = MadeMovie.joined(
                array(32, videoSet()), array(33, sequenceSet(width + 8, height + 8, chroma, depth, fullRange)));
        var configuration =
                Bytes.bigEndian().u8(1, 1).u32(0x60000000).zeros(6).u8(93).u16(0xF000);
        configuration
                .u8(0xFC, 0xFC | chroma, 0xF8 | (depth - 8), 0xF8 | (depth - 8))
                .u16(0)
                .u8(0x0F, 2);
        return MadeMovie.coded(
                "hvc1",
                width,
                height,
                Avif.box("hvcC", configuration.bytes(units).done()));
    }

    private static byte[] array(int type, byte[] unit) {
        return Bytes.bigEndian()
                .u8(0x80 | type)
                .u16(1)
                .u16(unit.length)
                .bytes(unit)
                .done();
    }

    private static byte[] videoSet() {
        var out = new HevcSamples();
        out.put(16, 32 << 9 | 1)
                .put(4, 0)
                .put(2, 3)
                .put(6, 0)
                .put(3, 0)
                .put(1, 1)
                .put(16, 0xFFFF);
        out.profile().put(1, 1).codes(4, 0, 0).put(6, 0).codes(0).put(2, 0);
        return out.unit();
    }

    private static byte[] sequenceSet(int width, int height, int chroma, int depth, boolean fullRange) {
        var out = new HevcSamples();
        out.put(16, 33 << 9 | 1).put(4, 0).put(3, 0).put(1, 1).profile();
        out.codes(0, chroma, width, height).put(1, 1);
        out.codes(0, chroma == 0 ? 8 : 4, 0, chroma == 1 ? 4 : 8);
        out.codes(depth - 8, depth - 8, 4).put(1, 1).codes(4, 0, 0);
        out.codes(0, 3, 0, 3, 0, 0);
        out.put(1, 0).put(2, 3).put(1, 0);
        out.codes(2).codes(1, 0, 0).put(1, 1);
        out.put(1, 1).put(1, 0).codes(0).put(2, 3);
        out.put(1, 0).put(2, 3);
        out.put(1, 1).put(2, 0).put(1, 1).put(3, 5).put(1, fullRange ? 1 : 0).put(1, 0);
        out.put(1, 0).put(3, 0).put(1, 0).put(1, 0).put(1, 0);
        out.put(1, 0);
        return out.unit();
    }

    private HevcSamples profile() {
        return put(8, 1).put(32, 0x60000000).put(16, 0x9000).put(32, 0).put(8, 93);
    }

    private HevcSamples put(int count, int value) {
        for (int i = count - 1; i >= 0; i--) {
            bits.add((value >>> i) & 1);
        }
        return this;
    }

    /** Exp-Golomb codes. */
    private HevcSamples codes(int... values) {
        for (int value : values) {
            int length = 32 - Integer.numberOfLeadingZeros(value + 1);
            put(length - 1, 0).put(length, value + 1);
        }
        return this;
    }

    /** The bits with the stop bit, padding, and bytes that keep start codes apart. */
    private byte[] unit() {
        put(1, 1);
        var out = Bytes.bigEndian();
        int zeros = 0;
        for (int at = 0; at < bits.size(); at += 8) {
            int value = 0;
            for (int i = at; i < at + 8; i++) {
                value = (value << 1) | (i < bits.size() ? bits.get(i) : 0);
            }
            if (zeros >= 2 && value <= 3) {
                out.u8(3);
                zeros = 0;
            }
            out.u8(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return out.done();
    }
}
