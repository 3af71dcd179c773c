package io.accession.api.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of NumPy 2.4 lie beside this test. */
final class NumpyTest {

    private static final String ID = "0190a1b2-0000-7000-8000-000000000001";

    private static InputStream file(String name) {
        return Objects.requireNonNull(NumpyTest.class.getResourceAsStream(name), name);
    }

    private static InputStream withHeader(String header) {
        var text = header.getBytes(StandardCharsets.ISO_8859_1);
        var start =
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)};
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(start), new ByteArrayInputStream(text)),
                new ByteArrayInputStream(new byte[1_000]));
    }

    private static List<VectorRow> rows(VectorTableReader reader) throws IOException {
        var rows = new ArrayList<VectorRow>();
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"table-f4.npy, 7", "table-f8-big.npy, 7", "table-f2.npy, -1"})
    void aStructuredArrayIsReadWhateverItsTypes(String file, long frame) throws IOException {
        var reader = new VectorTableReader(file(file));

        var rows = rows(reader);

        assertThat(reader.size()).isEqualTo(2);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).item()).isEqualTo(ID);
        assertThat(rows.get(1).vector()).containsExactly(0.25f, 3);
        assertThat(rows).last().satisfies(row -> assertThat(row.frame()).isEqualTo(frame));
    }

    @Test
    void aMatrixAndItsIdsAreRead() throws IOException {
        var matrix = new MatrixReader(file("matrix-f8.npy"));

        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.next()).containsExactly(1.5f, -2);
        assertThat(MatrixReader.texts(file("ids-u36.npy"))).hasSize(3).contains(ID);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(NpyWriting.tableHeader(3, 1));
        out.write(NpyWriting.tableRow(new VectorRow(ID, 5, new float[] {1, 2, 3})));
        var matrix = new ByteArrayOutputStream();
        matrix.write(NpyWriting.matrixHeader(2, 1));
        matrix.write(NpyWriting.matrixRow(new float[] {4, 5}));

        var rows = rows(new VectorTableReader(new ByteArrayInputStream(out.toByteArray())));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.item()).isEqualTo(ID);
            assertThat(row.frame()).isEqualTo(5);
            assertThat(row.vector()).containsExactly(1, 2, 3);
        });
        assertThat(new MatrixReader(new ByteArrayInputStream(matrix.toByteArray())).next())
                .containsExactly(4, 5);
    }

    @Test
    void aFileThatEndsTooEarlySaysSo() {
        assertThatThrownBy(
                        () -> rows(
                                new VectorTableReader(
                                        withHeader(
                                                "{'descr': [('id', 'S36'), ('vector', '<f4', (4,))], 'fortran_order': False, 'shape': (20,)}"))))
                .isInstanceOf(NpyFormatException.class)
                .hasMessage("The .npy file ends 1 rows too early.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[1]",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (0,))], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (4, 4))], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (999999,))], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<i4', (4,))], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', '<i8'), ('vector', '<f4', (4,))], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (4,))], 'fortran_order': False, 'shape': (1, 1)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (4,))], 'fortran_order': False, 'shape': (99999999999999999999,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (4,))], 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': [('id', 'S36'), ('vector', '<f4', (4,)), ('frame', 'S4')], 'fortran_order': False, 'shape': (1,)}",
                "((((((((((((((((((((",
                "__import__('os').system('true')",
            })
    void anotherHeaderIsRefusedInWords(String header) {
        assertThatThrownBy(() -> new VectorTableReader(withHeader(header)))
                .isInstanceOf(NpyFormatException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void anArrayInFortranOrderIsRefusedWithItsCure() {
        assertThatThrownBy(() -> new MatrixReader(file("fortran.npy"))).hasMessageContaining("ascontiguousarray");
    }

    @Test
    void damagedFilesAreRefusedAndNothingWorse() throws IOException {
        long seed = 20_260_501;
        var random = new Random(seed);
        byte[] sound = file("table-f8-big.npy").readAllBytes();
        for (int round = 0; round < 5_000; round++) {
            var damaged = sound.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(200)] = (byte) random.nextInt(256);
            }
            try {
                rows(new VectorTableReader(new ByteArrayInputStream(damaged, 0, random.nextInt(damaged.length + 1))));
            } catch (NpyFormatException e) {
                assertThat(e).as("seed %d, round %d", seed, round).hasMessageEndingWith(".");
            }
        }
    }
}
