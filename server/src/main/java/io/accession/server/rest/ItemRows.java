package io.accession.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accession.api.Json;
import io.accession.api.SignedUrl;
import io.accession.core.registry.Item;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedValue;
import io.accession.server.parquet.ParquetColumn;
import io.accession.server.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Items on their way into a file, one after the other. */
interface ItemRows {

    void add(Item item, @Nullable SignedUrl url) throws IOException;

    /** After the last item. */
    void end() throws IOException;

    static ItemRows csv(ItemTable table, Writer out) throws IOException {
        out.write(CsvRow.of(table.columns().stream().map(ParquetColumn::name)));
        return new ItemRows() {
            @Override
            public void add(Item item, @Nullable SignedUrl url) throws IOException {
                out.write(CsvRow.of(table.row(item, url).stream().map(ItemRows::cell)));
            }

            @Override
            public void end() throws IOException {
                out.flush();
            }
        };
    }

    private static String cell(@Nullable TypedValue value) {
        return switch (value) {
            case null -> "";
            case TypedValue.Flag(var flag) -> String.valueOf(flag);
            case TypedValue.Moment(var moment) -> moment.toString();
            case TypedValue.Quantity(var number) ->
                number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : "" + number;
            case TypedValue.Id(var id) -> id.toString();
            case TypedValue.Words(var words) -> words;
            case TypedValue.Place(double latitude, double longitude) -> latitude + " " + longitude;
            case TypedValue.Vector _ -> throw new IllegalArgumentException("tables of items have no vectors");
        };
    }

    static ItemRows parquet(ItemTable table, OutputStream out) throws IOException {
        var file = new ParquetWriter(out, table.columns());
        return new ItemRows() {
            @Override
            public void add(Item item, @Nullable SignedUrl url) throws IOException {
                file.add(table.row(item, url));
            }

            @Override
            public void end() throws IOException {
                file.end();
            }
        };
    }

    /** JSON, an item to the line. */
    static ItemRows lines(MetadataSchema schema, Writer out) {
        return new ItemRows() {
            @Override
            public void add(Item item, @Nullable SignedUrl url) throws IOException {
                var json = Json.strict().<ObjectNode>valueToTree(ItemRoutes.shown(item, schema));
                if (url != null) {
                    json.put("signedUrl", url.url());
                    json.put("signedUrlExpiresAt", url.expiresAt().toString());
                }
                out.write(json.toString());
                out.write('\n');
            }

            @Override
            public void end() throws IOException {
                out.flush();
            }
        };
    }
}
