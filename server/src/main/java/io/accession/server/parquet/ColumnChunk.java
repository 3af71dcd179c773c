package io.accession.server.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a group of rows has in one leaf. Pages are packed as soon as they are full. */
final class ColumnChunk {

    private static final int PAGE_BYTES = 1 << 20;
    private static final int PAGE_VALUES = 1 << 20;

    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;
    private static final int ZSTD = 6;
    private static final int ZSTD_LEVEL = 1;

    private final Leaf leaf;
    private final Levels repetitions = new Levels();
    private final Levels definitions = new Levels();
    private final Bytes values = new Bytes();
    private final Bytes page = new Bytes();
    private final Bytes pages = new Bytes();
    private int pageValues;
    private long chunkValues;
    private long unpackedBytes;
    private int flags;
    private int flagCount;

    ColumnChunk(Leaf leaf) {
        this.leaf = leaf;
    }

    void missing() {
        if (leaf.isRepeated()) {
            repetitions.add(0, 1);
        }
        definitions.add(0, 1);
        count(1);
    }

    void add(boolean value) {
        flags |= (value ? 1 : 0) << flagCount;
        flagCount++;
        if (flagCount == Byte.SIZE) {
            endFlags();
        }
        present();
    }

    void add(long value) {
        values.int64(value);
        present();
    }

    void add(double value) {
        values.float64(value);
        present();
    }

    void add(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        values.int32(text.length);
        values.add(text);
        present();
    }

    /** At least one number. */
    void add(float[] vector) {
        for (float number : vector) {
            values.float32(number);
        }
        repetitions.add(0, 1);
        repetitions.add(1, vector.length - 1);
        definitions.add(leaf.present(), vector.length);
        count(vector.length);
    }

    private void present() {
        definitions.add(leaf.present(), 1);
        count(1);
    }

    /** A page ends with a row. */
    private void count(int more) {
        pageValues += more;
        if (values.size() >= PAGE_BYTES || pageValues >= PAGE_VALUES) {
            endPage();
        }
    }

    private void endFlags() {
        if (flagCount > 0) {
            values.one(flags);
            flags = 0;
            flagCount = 0;
        }
    }

    private void endPage() {
        endFlags();
        if (leaf.isRepeated()) {
            repetitions.moveTo(page);
        }
        definitions.moveTo(page);
        page.add(values);
        byte[] unpacked = page.copy();
        byte[] packed = codec() == ZSTD ? Zstd.compress(unpacked, ZSTD_LEVEL) : unpacked;
        var data = new Thrift()
                .number(1, pageValues)
                .number(2, PLAIN)
                .number(3, RLE)
                .number(4, RLE);
        var header = new Thrift()
                .number(1, 0)
                .number(2, unpacked.length)
                .number(3, packed.length)
                .struct(5, data)
                .ended();
        pages.add(header);
        pages.add(packed);
        unpackedBytes += header.size() + unpacked.length;
        chunkValues += pageValues;
        pageValues = 0;
        values.clear();
        page.clear();
    }

    /** Numbers of vectors are as good as random. */
    private int codec() {
        return leaf.isRepeated() ? UNCOMPRESSED : ZSTD;
    }

    /** About how many bytes of memory are taken. */
    long bytes() {
        return (long) pages.size() + values.size();
    }

    /**
     * Writes everything there is and forgets it.
     *
     * @param offset how many bytes of the file stand before
     */
    Written end(OutputStream out, long offset) throws IOException {
        if (pageValues > 0) {
            endPage();
        }
        int size = pages.size();
        pages.writeTo(out);
        var description = new Thrift()
                .number(1, leaf.type().number())
                .numbers(2, List.of(PLAIN, RLE))
                .texts(3, leaf.path())
                .number(4, codec())
                .number(5, chunkValues)
                .number(6, unpackedBytes)
                .number(7, (long) size)
                .number(9, offset);
        var written = new Written(new Thrift().number(2, offset).struct(3, description), size, unpackedBytes);
        pages.clear();
        chunkValues = 0;
        unpackedBytes = 0;
        return written;
    }

    /** What the end of the file says of a chunk. */
    record Written(Thrift description, long bytes, long unpackedBytes) {}
}
