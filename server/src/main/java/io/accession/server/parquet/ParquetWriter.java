package io.accession.server.parquet;

import io.accession.core.schema.TypedValue;
import io.accession.server.parquet.ParquetColumn.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table in the Parquet format, version 1 of its pages, to a stream that is never looked back at. Memory holds a group of rows of about
 * {@value #GROUP_BYTES} bytes, and what the end of the file says of the groups before. For one thread.
 */
public final class ParquetWriter {

    public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    private static final int GROUP_BYTES = 16 << 20;
    private static final int GROUP_ROWS = 1 << 20;
    private static final int ROWS_BETWEEN_LOOKS = 64;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int REQUIRED = 0;

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final List<List<ColumnChunk>> chunks;
    private final List<Thrift> groups = new ArrayList<>();
    private long offset;
    private long rows;
    private int groupRows;

    public ParquetWriter(OutputStream out, List<ParquetColumn> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.chunks = columns.stream()
                .map(column -> column.leaves().stream().map(ColumnChunk::new).toList())
                .toList();
        out.write(MAGIC);
        offset = MAGIC.length;
    }

    /** A value for each column, of the column's kind, or null. */
    public void add(List<? extends @Nullable TypedValue> row) throws IOException {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row has a value for each of " + columns.size() + " columns");
        }
        for (int i = 0; i < row.size(); i++) {
            add(columns.get(i), chunks.get(i), row.get(i));
        }
        rows++;
        groupRows++;
        if (groupRows == GROUP_ROWS || (groupRows % ROWS_BETWEEN_LOOKS == 0 && bytes() >= GROUP_BYTES)) {
            endGroup();
        }
    }

    private static void add(ParquetColumn column, List<ColumnChunk> chunks, @Nullable TypedValue value) {
        var first = chunks.getFirst();
        switch (value) {
            case null -> chunks.forEach(ColumnChunk::missing);
            case TypedValue.Flag(boolean flag) -> first.add(flag);
            case TypedValue.Moment(var moment) -> first.add(micros(moment));
            case TypedValue.Quantity(double number) when column.kind() == Kind.WHOLE -> first.add((long) number);
            case TypedValue.Quantity(double number) -> first.add(number);
            case TypedValue.Id(var id) -> first.add(id.toString());
            case TypedValue.Words(var words) -> first.add(words);
            case TypedValue.Vector(float[] vector) -> first.add(vector);
            case TypedValue.Place(double latitude, double longitude) -> {
                first.add(latitude);
                chunks.getLast().add(longitude);
            }
        }
    }

    /** Moments too far off for microseconds stand at the ends of what a column can hold. */
    private static long micros(Instant moment) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        } catch (ArithmeticException e) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private long bytes() {
        long bytes = 0;
        for (var leaves : chunks) {
            for (var leaf : leaves) {
                bytes += leaf.bytes();
            }
        }
        return bytes;
    }

    private void endGroup() throws IOException {
        long begin = offset;
        long unpacked = 0;
        var descriptions = new ArrayList<Thrift>();
        for (var leaves : chunks) {
            for (var leaf : leaves) {
                var written = leaf.end(out, offset);
                offset += written.bytes();
                unpacked += written.unpackedBytes();
                descriptions.add(written.description());
            }
        }
        groups.add(new Thrift()
                .structs(1, descriptions)
                .number(2, unpacked)
                .number(3, (long) groupRows)
                .number(5, begin)
                .number(6, offset - begin));
        groupRows = 0;
    }

    /** After the last row: without it, it is no file. The stream is flushed and stays open. */
    public void end() throws IOException {
        if (groupRows > 0) {
            endGroup();
        }
        var elements = new ArrayList<Thrift>();
        elements.add(new Thrift().number(3, REQUIRED).text(4, "items").number(5, columns.size()));
        columns.forEach(column -> elements.addAll(column.elements()));
        var end = new Thrift()
                .number(1, 1)
                .structs(2, elements)
                .number(3, rows)
                .structs(4, groups)
                .text(6, "accession")
                .ended();
        end.int32(end.size());
        end.add(MAGIC);
        end.writeTo(out);
        out.flush();
    }
}
