package io.accession.media;

/** AVIF files of several items of which the second is the primary one; the first could be a thumbnail. */
final class Avif {

    private Avif() {}

    static byte[] box(String name, byte[]... contents) {
        int size = 8;
        for (byte[] content : contents) {
            size += content.length;
        }
        var box = Bytes.bigEndian().u32(size).text(name);
        for (byte[] content : contents) {
            box.bytes(content);
        }
        return box.done();
    }

    static byte[] fileType() {
        return box(
                "ftyp", Bytes.bigEndian().text("avif").u32(0).text("avifmif1").done());
    }

    /** {@code mirror} is -1 for none. */
    static byte[] meta(int width, int height, int quarters, int mirror) {
        var primary = box("pitm", Bytes.bigEndian().u32(0).u16(2).done());
        var container = box(
                "ipco",
                size(16, 16),
                size(width, height),
                box("irot", new byte[] {(byte) quarters}),
                box("imir", new byte[] {(byte) mirror}));
        var second = mirror < 0
                ? Bytes.bigEndian().u16(2).u8(2, 0x82, 3)
                : Bytes.bigEndian().u16(2).u8(3, 0x82, 3, 4);
        var associations = box(
                "ipma",
                Bytes.bigEndian()
                        .u32(0)
                        .u32(2)
                        .u16(1)
                        .u8(1, 1)
                        .bytes(second.done())
                        .done());
        return box("meta", new byte[4], box("hdlr", new byte[24]), primary, box("iprp", container, associations));
    }

    private static byte[] size(int width, int height) {
        return box("ispe", Bytes.bigEndian().u32(0).u32(width).u32(height).done());
    }

    static byte[] still(int width, int height, int quarters, int mirror) {
        return Bytes.bigEndian()
                .bytes(fileType())
                .bytes(meta(width, height, quarters, mirror))
                .bytes(box("mdat", new byte[64]))
                .done();
    }
}
