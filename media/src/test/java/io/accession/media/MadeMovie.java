package io.accession.media;

import static io.accession.media.Avif.box;

/** A movie of one video track, written box by box: what no muxer writes can be put into it. 25 frames at 25 a second unless told otherwise. */
final class MadeMovie {

    private static final int FRAMES = 25;

    private byte[] entry = new byte[0];
    private byte[] times = Bytes.bigEndian().u32(0).u32(1).u32(FRAMES).u32(512).done();
    private byte[] sizes = Bytes.bigEndian().u32(0).u32(20).u32(FRAMES).done();
    private byte[] edits = new byte[0];
    private byte[] offsets = new byte[0];
    private byte[] more = new byte[0];
    private int bytesInFront;

    static MadeMovie coded(String name, int width, int height, byte[]... boxes) {
        var made = new MadeMovie();
        made.entry = box(
                name,
                Bytes.bigEndian()
                        .zeros(7)
                        .u8(1)
                        .zeros(16)
                        .u16(width)
                        .u16(height)
                        .zeros(50)
                        .done(),
                joined(boxes));
        return made;
    }

    /** The content of {@code stts}. */
    MadeMovie times(byte[] content) {
        times = content;
        return this;
    }

    MadeMovie samples(long count) {
        sizes = Bytes.bigEndian().u32(0).u32(20).u32(count).done();
        return this;
    }

    /** Pairs of a duration in milliseconds and a time in the track's units. */
    MadeMovie edits(long... pairs) {
        var list = Bytes.bigEndian().u32(0).u32(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            list.u32(pairs[i]).u32(pairs[i + 1]).u32(0x10000);
        }
        edits = box("edts", box("elst", list.done()));
        return this;
    }

    /** A box {@code ctts} of a version, each offset for one sample. */
    MadeMovie offsets(int version, int... values) {
        var table = Bytes.bigEndian().u32((long) version << 24).u32(values.length);
        for (int value : values) {
            table.u32(1).u32(value);
        }
        offsets = box("ctts", table.done());
        return this;
    }

    /** Boxes behind the track. */
    MadeMovie with(byte[]... boxes) {
        more = joined(boxes);
        return this;
    }

    /** Media data in front of the header. */
    MadeMovie behind(int bytes) {
        bytesInFront = bytes;
        return this;
    }

    byte[] done() {
        var type =
                box("ftyp", Bytes.bigEndian().text("isom").u32(0).text("isom").done());
        var data = box("mdat", new byte[Math.max(1000, bytesInFront)]);
        return bytesInFront > 0 ? joined(type, data, movie(type.length + 8)) : joined(type, movie(0), data);
    }

    private byte[] movie(int dataOffset) {
        var header = Bytes.bigEndian()
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(1000)
                .u32(1000)
                .u32(0x10000)
                .u16(0x100);
        header.zeros(10).bytes(identity()).zeros(24).u32(2);
        return box("moov", box("mvhd", header.done()), track(dataOffset), more);
    }

    private byte[] track(int dataOffset) {
        var header =
                Bytes.bigEndian().u32(3).u32(0).u32(0).u32(1).u32(0).u32(1000).zeros(16);
        header.bytes(identity()).u32(64 << 16).u32(48 << 16);
        var mediaHeader =
                Bytes.bigEndian().u32(0).u32(0).u32(0).u32(12_800).u32(12_800).u32(0x55C40000);
        var handler = Bytes.bigEndian().u32(0).u32(0).text("vide").zeros(13);
        var description = Bytes.bigEndian().u32(0).u32(1).bytes(entry);
        var chunks = Bytes.bigEndian().u32(0).u32(1).u32(1).u32(FRAMES).u32(1);
        var places = Bytes.bigEndian().u32(0).u32(1).u32(dataOffset);
        var tables = box(
                "stbl",
                box("stsd", description.done()),
                box("stts", times),
                offsets,
                box("stsc", chunks.done()),
                box("stsz", sizes),
                box("stco", places.done()));
        var here = box("url ", Bytes.bigEndian().u32(1).done());
        var references = box(
                "dinf", box("dref", Bytes.bigEndian().u32(0).u32(1).bytes(here).done()));
        var information =
                box("minf", box("vmhd", Bytes.bigEndian().u32(1).zeros(8).done()), references, tables);
        var media = box("mdia", box("mdhd", mediaHeader.done()), box("hdlr", handler.done()), information);
        return box("trak", box("tkhd", header.done()), edits, media);
    }

    private static byte[] identity() {
        var matrix = Bytes.bigEndian().u32(0x10000).zeros(12).u32(0x10000).zeros(12);
        return matrix.u32(0x40000000).done();
    }

    static byte[] joined(byte[]... parts) {
        var all = Bytes.bigEndian();
        for (byte[] part : parts) {
            all.bytes(part);
        }
        return all.done();
    }
}
