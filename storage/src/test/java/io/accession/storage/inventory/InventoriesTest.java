package io.accession.storage.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftLimits;
import io.accession.core.draft.DraftRules;
import io.accession.core.draft.InventoryFiles;
import io.accession.core.draft.InventoryObjects;
import io.accession.core.draft.ManifestDraft;
import io.accession.core.draft.WantedKind;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InventoriesTest {

    private static final Addressing AMAZON = new Addressing(Provider.AWS_S3, null, null);
    private static final String ROWS = """
        "fleet","a/1.jpg","true","false","10"
        "fleet","a/two+words%2Bplus%25.mp4","true","false","20"
        "fleet","a/%E5%86%99%E7%9C%9F.png","true","false","30"
        "fleet","a/old.jpg","false","false","40"
        "fleet","a/gone.jpg","true","true",""
        "fleet","a/dir/","true","false","0"
        """;

    @TempDir
    Path directory;

    private static String description(String format, String version, String... files) {
        var list = String.join(
                ",",
                Arrays.stream(files)
                        .map(file -> "{\"key\": \"" + file + "\", \"size\": 1}")
                        .toList());
        return """
            {"sourceBucket": "fleet", "destinationBucket": "arn:aws:s3:::lists", "version": "%s",
             "creationTimestamp": "1714564800000", "fileFormat": "%s",
             "fileSchema": "Bucket, Key, IsLatest, IsDeleteMarker, Size", "files": [%s]}
            """.formatted(version, format, list);
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static InputStream parquet() {
        return Objects.requireNonNull(InventoriesTest.class.getResourceAsStream("inventory.parquet"));
    }

    private String made(String description, InventoryFiles files, ObjectPrefix... prefixes) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var draft =
                new ManifestDraft(DraftRules.of(WantedKind.AUTO), new DraftLimits(100, 100), directory, null, null)) {
            new InventoryObjects(Inventories.formats(directory), AMAZON, List.of(prefixes), false, false)
                    .addTo(
                            draft,
                            new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8)),
                            files,
                            found -> {});
            draft.finish();
            draft.writeTo(number -> out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csvAndParquetTellTheSameCurrentObjects() throws Exception {
        byte[] csv = zipped(ROWS);

        var ofCsv = made(description("CSV", "2016-11-30", "data/1.csv.gz"), key -> new ByteArrayInputStream(csv));
        var ofParquet = made(description("Parquet", "2016-11-30", "data/1.parquet"), key -> parquet());

        assertThat(ofCsv)
                .contains("s3://fleet/a/1.jpg", "s3://fleet/a/two words+plus%.mp4", "s3://fleet/a/写真.png")
                .doesNotContain("old", "gone", "dir");
        assertThat(ofParquet).isEqualTo(ofCsv);
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void onlyWhatIsBelowThePrefixesIsTaken() throws Exception {
        var prefix = new ObjectPrefix(Provider.AWS_S3, "aws", "fleet", "a/1");

        var made = made(description("Parquet", "2016-11-30", "data/1.parquet"), key -> parquet(), prefix);

        assertThat(made).contains("a/1.jpg").doesNotContain("two words");
    }

    @ParameterizedTest
    @CsvSource({"CSV, 2030-01-01, is of version '2030-01-01'", "ORC, 2016-11-30, in the format 'ORC'"})
    void anInventoryOfAnotherKindIsRefusedByName(String format, String version, String told) {
        assertThatThrownBy(() -> made(description(format, version, "x"), key -> parquet()))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        refused -> assertThat(told(refused)).contains(told));
    }

    @Test
    void aMissingOrDamagedDataFileEndsItWithTheFilesName() throws IOException {
        byte[] half = Arrays.copyOf(zipped(ROWS), 60);
        byte[] garbage = "PAR1 but nothing of the kind PAR1".getBytes(StandardCharsets.UTF_8);
        byte[] wrongRow = zipped("\"fleet\",\"a\"\n");

        for (var files : List.<InventoryFiles>of(
                key -> {
                    throw new NoSuchFileException(key);
                },
                key -> new ByteArrayInputStream(half),
                key -> new ByteArrayInputStream(wrongRow))) {
            assertThatThrownBy(() -> made(description("CSV", "2016-11-30", "data/7.csv.gz"), files))
                    .isInstanceOfSatisfying(
                            RegistryException.class,
                            refused -> assertThat(told(refused)).contains("data/7.csv.gz"));
        }
        assertThatThrownBy(() -> made(
                        description("Parquet", "2016-11-30", "data/7.parquet"),
                        key -> new ByteArrayInputStream(garbage)))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        refused -> assertThat(told(refused)).contains("data/7.parquet"));
    }

    /** Some of the bytes are data that no check guards, so that a changed one may be read as well. */
    @Test
    void aDamagedParquetFileIsReadOrNamedAndLeavesNoProcessBehind() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        byte[] sound = parquet().readAllBytes();
        for (int i = 0; i < 8; i++) {
            byte[] damaged = i == 0 ? Arrays.copyOf(sound, sound.length / 2) : sound.clone();
            for (int changes = 0; changes < 4; changes++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }

            try {
                made(description("Parquet", "2016-11-30", "data/7.parquet"), key -> new ByteArrayInputStream(damaged));
            } catch (RegistryException refused) {
                assertThat(told(refused)).as("seed %d", seed).contains("data/7.parquet");
            }
        }
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .flatMap(child -> child.info().commandLine().stream()))
                .noneMatch(command -> command.contains("ParquetChild"));
    }

    @Test
    void anEndlessRowTakesNoMemory() throws IOException {
        byte[] file = zipped("\"fleet\",\"" + "a".repeat(20 << 20));

        assertThatThrownBy(() ->
                        made(description("CSV", "2016-11-30", "data/7.csv.gz"), key -> new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        refused -> assertThat(told(refused)).contains("data/7.csv.gz", "65536 characters"));
    }

    private static String told(RegistryException refused) {
        return ((RegistryError.Invalid) refused.error()).faults().getFirst().message();
    }
}
