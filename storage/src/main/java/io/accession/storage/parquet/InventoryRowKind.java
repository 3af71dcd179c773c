package io.accession.storage.parquet;

import io.accession.core.draft.InventoryRow;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Objects in a bucket, as Amazon names the columns. */
final class InventoryRowKind implements RowKind<InventoryRow> {

    static final String NAME = "inventory";

    private static final int ROWS_AT_ONCE = 1_024;

    private static final String BUCKET = "bucket";
    private static final String KEY = "key";
    private static final String SIZE = "size";
    private static final String LATEST = "is_latest";
    private static final String DELETED = "is_delete_marker";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void read(SoundParquet file, Sink<InventoryRow> sink) throws IOException {
        if (!file.columns().containsAll(List.of(BUCKET, KEY))) {
            throw new ParquetFormatException("it has no columns bucket and key");
        }
        file.forEach(List.of(BUCKET, KEY, SIZE, LATEST, DELETED), ROWS_AT_ONCE, row -> sink.accept(inventoryRow(row)));
    }

    private static InventoryRow inventoryRow(SoundParquet.Row row) throws IOException {
        if (row.isMissing(BUCKET) || row.isMissing(KEY)) {
            throw new ParquetFormatException("a row names no object");
        }
        boolean isCurrent = isTrue(row, LATEST, true) && !isTrue(row, DELETED, false);
        return new InventoryRow(row.text(BUCKET), row.text(KEY), row.isMissing(SIZE) ? -1 : row.whole(SIZE), isCurrent);
    }

    private static boolean isTrue(SoundParquet.Row row, String column, boolean otherwise) throws IOException {
        return row.isMissing(column) ? otherwise : row.flag(column);
    }

    @Override
    public void write(InventoryRow row, DataOutputStream out) throws IOException {
        RowKind.writeText(row.bucket(), out);
        RowKind.writeText(row.key(), out);
        out.writeLong(row.bytes());
        out.writeBoolean(row.isCurrent());
    }

    @Override
    public InventoryRow read(DataInputStream in) throws IOException {
        return new InventoryRow(RowKind.readText(in), RowKind.readText(in), in.readLong(), in.readBoolean());
    }
}
