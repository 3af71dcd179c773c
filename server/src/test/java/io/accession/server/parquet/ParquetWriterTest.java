package io.accession.server.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.accession.core.schema.TypedValue;
import io.accession.server.parquet.ParquetColumn.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, another program reads. */
final class ParquetWriterTest {

    private static final Instant NOON = Instant.parse("2025-06-15T12:00:00.000001Z");
    private static final UUID ID = new UUID(1, 2);

    @TempDir
    private Path directory;

    private Path write(List<ParquetColumn> columns, Iterable<List<? extends @Nullable TypedValue>> rows)
            throws IOException {
        var file = directory.resolve("table.parquet");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var table = new ParquetWriter(out, columns);
            for (var row : rows) {
                table.add(row);
            }
            table.end();
        }
        return file;
    }

    private static <T> List<T> read(Path file, Function<RowReader, T> row) throws IOException {
        var found = new ArrayList<T>();
        try (var parquet = ParquetFileReader.open(InputFile.of(file));
                var rows = parquet.buildRowReader().build()) {
            while (rows.hasNext()) {
                rows.next();
                found.add(row.apply(rows));
            }
        }
        return found;
    }

    private static String shown(RowReader row) {
        var values = new ArrayList<String>();
        for (var column : List.of("flag", "whole", "quantity", "words", "id", "moment")) {
            values.add(row.isNull(column) ? "-" : row.getValue(column).toString());
        }
        var place = row.isNull("a.place") ? null : row.getStruct("a.place");
        values.add(place == null ? "-" : place.getDouble("latitude") + " " + place.getDouble("longitude"));
        values.add(row.isNull("vector") ? "-" : row.getList("vector").floats().toString());
        return String.join(", ", values);
    }

    @Test
    void everyKindOfValueComesBackAndWhatIsMissingStaysMissing() throws IOException {
        var columns = List.of(
                new ParquetColumn("flag", Kind.FLAG),
                new ParquetColumn("whole", Kind.WHOLE),
                new ParquetColumn("quantity", Kind.QUANTITY),
                new ParquetColumn("words", Kind.TEXT),
                new ParquetColumn("id", Kind.TEXT),
                new ParquetColumn("moment", Kind.MOMENT),
                new ParquetColumn("a.place", Kind.PLACE),
                new ParquetColumn("vector", Kind.VECTOR));
        var whole = List.of(
                new TypedValue.Flag(true),
                new TypedValue.Quantity(1L << 40),
                new TypedValue.Quantity(-0.5),
                new TypedValue.Words("写真, \"quoted\"\n"),
                new TypedValue.Id(ID),
                new TypedValue.Moment(NOON),
                new TypedValue.Place(46.948, -7.447),
                new TypedValue.Vector(new float[] {1, -2.5f, 3}));
        var none = Collections.<@Nullable TypedValue>nCopies(columns.size(), null);

        var file = write(columns, List.of(none, whole, none, none, whole));

        var present = "true, 1099511627776, -0.5, 写真, \"quoted\"\n, " + ID + ", " + NOON
                + ", 46.948 -7.447, [1.0, -2.5, 3.0]";
        var missing = "-, -, -, -, -, -, -, -";
        assertThat(read(file, ParquetWriterTest::shown)).containsExactly(missing, present, missing, missing, present);
    }

    @Test
    void tablesLargerThanAGroupOfRowsAndValuesLargerThanAPageComeBack() throws IOException {
        var columns = List.of(
                new ParquetColumn("flag", Kind.FLAG),
                new ParquetColumn("words", Kind.TEXT),
                new ParquetColumn("vector", Kind.VECTOR));
        var random = new Random(7);
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < 3_001; i++) {
            var vector = new float[2_000 + i % 2];
            Arrays.fill(vector, random.nextFloat());
            vectors.add(vector);
        }
        var large = "x".repeat(3 << 20);
        int rows = vectors.size();

        var file = write(
                columns,
                () -> vectors.stream()
                        .<List<? extends @Nullable TypedValue>>map(vector -> List.of(
                                new TypedValue.Flag(vector.length % 2 == 0),
                                new TypedValue.Words(vector[0] == vectors.getFirst()[0] ? large : "small"),
                                new TypedValue.Vector(vector)))
                        .iterator());

        assertThat(read(file, row -> row.getString("words")).getFirst()).isEqualTo(large);
        var read = read(file, row -> row.getList("vector").floats());
        assertThat(read).hasSize(rows);
        assertThat(read.getLast())
                .startsWith(vectors.getLast()[0], vectors.getLast()[1])
                .hasSize(2_000);
        assertThat(read(file, row -> row.getBoolean("flag"))).containsSubsequence(true, false, true);
        try (var parquet = ParquetFileReader.open(InputFile.of(file))) {
            assertThat(parquet.getFileMetaData().rowGroups()).hasSize(2);
        }
    }

    @Test
    void aTableWithoutRowsIsATable() throws IOException {
        var file = write(List.of(new ParquetColumn("words", Kind.TEXT)), List.of());

        assertThat(read(file, row -> row.getString("words"))).isEmpty();
        try (var parquet = ParquetFileReader.open(InputFile.of(file))) {
            assertThat(parquet.getFileSchema().getColumnCount()).isEqualTo(1);
        }
    }
}
