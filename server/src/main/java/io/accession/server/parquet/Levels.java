package io.accession.server.parquet;

/** How deep values are defined or repeated, in runs of equal levels (the format's RLE hybrid, of which bit packing is not used). */
final class Levels {

    private final Bytes runs = new Bytes();
    private int level;
    private int length;

    /** {@code level} below 256. */
    void add(int level, int times) {
        if (level != this.level) {
            endRun();
            this.level = level;
        }
        length += times;
    }

    private void endRun() {
        if (length > 0) {
            runs.varint((long) length << 1);
            runs.one(level);
            length = 0;
        }
    }

    /** Moves everything to the end of {@code page}, after its length. */
    void moveTo(Bytes page) {
        endRun();
        page.int32(runs.size());
        page.add(runs);
        runs.clear();
    }
}
