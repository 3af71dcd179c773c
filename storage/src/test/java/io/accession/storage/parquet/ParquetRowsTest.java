package io.accession.storage.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files were written with Apache Arrow. */
final class ParquetRowsTest {

    private static final String ID = "0190a1b2-0000-7000-8000-00000000beef";

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ParquetRowsTest.class.getResourceAsStream(name));
    }

    private List<String> vectors(InputStream file) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = ParquetRows.ofVectors(file, directory)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get().item() + " " + row.get().frame() + " "
                        + Arrays.toString(row.get().vector()));
            }
        }
        return found;
    }

    @Test
    void vectorsAreReadWithWhoseTheyAreAndWhatIsMissingIsHandedOnAsSuch() throws IOException {
        assertThat(vectors(resource("vectors.parquet")))
                .containsExactly(
                        ID + " -1 [1.0, 2.5]", " 7 [3.0, NaN]", "x 0 []", "sixteen letters! 1 []", "y 2 [5.0]");
    }

    @Test
    void listsOfOneLengthAndUuidsWithoutFramesAreReadToo() throws IOException {
        assertThat(vectors(resource("fixed-vectors.parquet")))
                .containsExactly(ID + " -1 [1.0, 2.0]", ID + " -1 [3.0, 4.0]");
    }

    @ParameterizedTest
    @CsvSource({
        "no-vectors.parquet, its column id has to hold texts",
        "../inventory/inventory.parquet, the columns id and vector are expected"
    })
    void aFileWithOtherColumnsIsRefusedInWords(String file, String told) {
        assertThatThrownBy(() -> vectors(resource(file)))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoParquetIsRefusedInWords() {
        byte[] garbage = "PAR1 but nothing of the kind PAR1".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> vectors(new ByteArrayInputStream(garbage)))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessage("it is no sound Parquet file");
        assertThatThrownBy(() -> vectors(InputStream.nullInputStream()))
                .isInstanceOf(ParquetFormatException.class)
                .hasMessage("it is no sound Parquet file");
    }
}
