package io.accession.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/** A stream that tells of a PDF's objects, unpacked within limits and by filters for text and numbers only: no picture is ever decoded. */
final class PdfStream extends COSStream {

    private static final int MOST_UNPACKED = 16 << 20;
    /** An object can take two bytes to write and eighty to hold. */
    private static final int MOST_OBJECTS_UNPACKED = 2 << 20;

    private static final int HEAP_OF_OBJECTS = 40;

    private static final int MOST_FILTERS = 4;
    private static final int WIDEST_ROW = 1 << 16;

    private static final Set<COSName> FILTERS = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION);

    private final PdfAllowance allowance;

    PdfStream(RandomAccessReadView packed, PdfAllowance allowance) throws IOException {
        super(null, packed);
        this.allowance = allowance;
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        var filters = filters();
        checkParameters();
        byte[] bytes;
        try (var packed = createRawInputStream()) {
            bytes = filters.isEmpty() ? read(packed) : unpack(packed, filters);
        }
        return new RandomAccessReadBuffer(bytes);
    }

    private byte[] read(InputStream packed) throws IOException {
        var bytes = new Unpacked();
        packed.transferTo(bytes);
        return bytes.toByteArray();
    }

    private byte[] unpack(InputStream packed, List<COSName> filters) throws IOException {
        var in = packed;
        byte[] bytes = {};
        for (int i = 0; i < filters.size(); i++) {
            var out = new Unpacked();
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, this, i);
            bytes = out.toByteArray();
            in = new ByteArrayInputStream(bytes);
        }
        return bytes;
    }

    private List<COSName> filters() throws IOException {
        var names = new ArrayList<COSName>();
        for (var filter : given(getFilters())) {
            if (!(filter instanceof COSName name) || !FILTERS.contains(name) || names.size() == MOST_FILTERS) {
                throw new IOException("The objects of the PDF are packed as " + getFilters());
            }
            names.add(name);
        }
        return names;
    }

    private void checkParameters() throws IOException {
        for (var parameters : given(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP))) {
            checkRow(parameters);
        }
    }

    /** What may be one or a list. */
    private static List<? extends @Nullable COSBase> given(@Nullable COSBase value) {
        if (value instanceof COSArray list) {
            return IntStream.range(0, list.size()).mapToObj(list::getObject).toList();
        }
        return value == null ? List.of() : List.of(value);
    }

    /** Rows without columns never end, and wide ones fill the memory. */
    private static void checkRow(@Nullable COSBase parameters) throws IOException {
        if (!(parameters instanceof COSDictionary row)) {
            return;
        }
        int columns = row.getInt(COSName.COLUMNS, 1);
        int colors = row.getInt(COSName.COLORS, 1);
        int bits = row.getInt(COSName.BITS_PER_COMPONENT, 8);
        if (columns < 1 || columns > WIDEST_ROW || colors < 1 || colors > 32 || bits < 1 || bits > 16) {
            throw new IOException("The objects of the PDF are packed in rows of " + columns + " columns");
        }
    }

    private final class Unpacked extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final boolean hasObjects = containsKey(COSName.FIRST);
        private final int most = hasObjects ? MOST_OBJECTS_UNPACKED : MOST_UNPACKED;

        @Override
        public void write(int value) {
            spend(1);
            bytes.write(value);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            spend(length);
            bytes.write(from, offset, length);
        }

        private void spend(int length) {
            if (bytes.size() + length > most) {
                throw PdfStop.tooLarge("A list of objects in the PDF unpacks to more than " + most + " bytes");
            }
            allowance.spendWork(length);
            allowance.spendMemory((long) length * (hasObjects ? HEAP_OF_OBJECTS : 1));
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
