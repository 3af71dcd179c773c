package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.numpy.NpyWriting;
import io.accession.api.numpy.VectorRow;
import io.accession.api.numpy.VectorTableReader;
import io.accession.cli.CommandLines;
import io.accession.cli.Surroundings;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.TypedValue;
import io.accession.server.parquet.ParquetColumn;
import io.accession.server.parquet.ParquetColumn.Kind;
import io.accession.server.parquet.ParquetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors in bulk, on their way in and out. */
final class EmbeddingsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String VECTORS = "/api/v1/embeddings/clip/vectors";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UNKNOWN = "0190a1b2-0000-7000-8000-00000000beef";

    @TempDir
    private Path directory;

    private final UUID folder = UUID.fromString(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"vectors\"}")
            .body()
            .path("id")
            .asText());

    @BeforeAll
    static void declare() {
        SERVER.post(ADMIN, "/api/v1/schema/versions", """
                {"clip": {"ty": "embedding", "size": 2}, "city": {"ty": "variant", "hint": "varchar"}}
                """);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static byte[] table(VectorRow... rows) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(NpyWriting.tableHeader(rows[0].vector().length, rows.length));
        for (var row : rows) {
            bytes.writeBytes(NpyWriting.tableRow(row));
        }
        return bytes.toByteArray();
    }

    private static VectorRow row(Object item, long frame, float... vector) {
        return new VectorRow(item.toString(), frame, vector);
    }

    private static TestServer.Answer store(String token, VectorRow... rows) {
        return SERVER.post(token, VECTORS, VectorTableReader.MEDIA_TYPE, table(rows));
    }

    /** Lines of an item, a frame and its numbers. */
    private List<String> exported() throws IOException {
        var answer = SERVER.get(ADMIN, VECTORS + "?folder=" + folder);
        var table =
                new VectorTableReader(new ByteArrayInputStream(answer.response().body()));
        var lines = new ArrayList<String>();
        for (var row = table.next(); row.isPresent(); row = table.next()) {
            lines.add(row.get().item() + " " + row.get().frame() + " "
                    + row.get().vector()[0] + " " + row.get().vector()[1]);
        }
        return lines;
    }

    private UUID image() {
        return SERVER.rows().addItem(folder, "image", "image-" + UUID.randomUUID() + ".jpg");
    }

    private UUID video(String metadata) {
        var video = SERVER.rows().addItem(folder, "video", "video-" + UUID.randomUUID() + ".mp4");
        SERVER.rows().describe(video, "{\"framesPerSecond\": 25}", 2.0, metadata);
        return video;
    }

    @Test
    void storedVectorsCountBeforeThoseOfTheMetadataAndAllAreExported() throws IOException {
        var image = image();
        var video = video("""
                {"clip": [5, 5], "$encord": {"frames": {"7": {"clip": [7, 7]}, "9": {"clip": [9, 9]}}}}
                """);

        var answer = store(ADMIN, row(image, -1, 1, 2), row(video, 7, 3, 4), row(video, 20, 6, 6));

        assertThat(answer.body().path("stored").asLong())
                .as("%s", answer.body())
                .isEqualTo(3);
        assertThat(exported())
                .containsExactlyInAnyOrder(
                        image + " -1 1.0 2.0",
                        video + " -1 5.0 5.0",
                        video + " 7 3.0 4.0",
                        video + " 9 9.0 9.0",
                        video + " 20 6.0 6.0");
    }

    @Test
    void theLaterVectorCountsWheneverItComes() throws IOException {
        var image = image();

        store(ADMIN, row(image, -1, 1, 1), row(image, -1, 2, 2));
        store(ADMIN, row(image, -1, 3, 3));

        assertThat(exported()).containsExactly(image + " -1 3.0 3.0");
    }

    @Test
    void rowsThatAreWrongAreToldAndKeepNoOtherOut() throws IOException {
        var image = image();
        var video = video("{}");

        var report = store(
                        ADMIN,
                        row(UNKNOWN, -1, 1, 1),
                        row("no id", -1, 1, 1),
                        row(image, 0, 1, 1),
                        row(video, 50, 1, 1),
                        row(image, -1, Float.NaN, 1),
                        row(image, -1, 0, 0),
                        row(image, -1, 8, 9))
                .body();

        assertThat(report.path("rows").asLong()).isEqualTo(7);
        assertThat(report.path("refused").asLong()).isEqualTo(6);
        assertThat(report.path("refusals").findValuesAsText("row")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(report.path("refusals").findValuesAsText("reason"))
                .containsExactly(
                        "There is no such item, or you may not change it.",
                        "The id of an item is expected, a UUID.",
                        "Only the frames of videos have vectors.",
                        "The video has 50 frames, counted from 0.",
                        "One of the numbers is not finite within 32 bits.",
                        "All numbers are 0: a vector without a direction is similar to nothing.");
        assertThat(exported()).containsExactly(image + " -1 8.0 9.0");
    }

    @Test
    void whoMayNotChangeAnItemGivesItNoVector() throws IOException {
        var image = image();
        var user = SERVER.newUser("vectors@example.org");

        assertThat(store(user, row(image, -1, 1, 1)).body().path("refused").asLong())
                .isEqualTo(1);
        assertThat(SERVER.get(user, VECTORS + "?folder=" + folder).status()).isEqualTo(404);
        assertThat(SERVER.post(user, "/api/v1/embeddings/clip/removals?folder=" + folder, "")
                        .status())
                .isEqualTo(404);
        assertThat(exported()).isEmpty();
    }

    @Test
    void storedVectorsAreSoonFoundBySimilarity() {
        var anchor = image();
        var image = image();
        var video = video("{\"$encord\": {\"frames\": {\"9\": {\"clip\": [1, 1]}}}}");

        store(ADMIN, row(anchor, -1, 1, 0), row(image, -1, -1, 0), row(video, 7, 3, 0.1f));

        var found = awaitHits("""
                {"filter": {"folder": "%s"},
                 "similar": {"field": "metadata.clip", "like": [{"item": "%s"}]}}
                """.formatted(folder, anchor), 3);
        assertThat(found.path("precision").asText()).isEqualToIgnoringCase("exact");
        assertThat(found.path("results").findValuesAsText("frame")).startsWith("7", "9");
        assertThat(found.at("/results/2/id").asText()).isEqualTo(image.toString());
    }

    private static JsonNode awaitHits(String search, long total) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = SERVER.post(ADMIN, "/api/v1/search", search).body();
            if (answer.path("total").asLong(-1) == total) {
                return answer;
            }
            assertThat(Instant.now()).as("%s", answer).isBefore(end);
        }
    }

    @Test
    void removedVectorsGiveThoseOfTheMetadataBack() throws IOException {
        var video = video("{\"clip\": [5, 5]}");
        store(ADMIN, row(video, -1, 1, 1), row(video, 3, 1, 1));

        var removal = SERVER.post(ADMIN, "/api/v1/embeddings/clip/removals?folder=" + folder, "");

        assertThat(removal.body().path("removed").asLong()).isEqualTo(2);
        assertThat(exported()).containsExactly(video + " -1 5.0 5.0");
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAsAWhole() {
        var image = image();

        assertThat(store(ADMIN, row(image, -1, 1, 2, 3)).body().path("detail").asText())
                .isEqualTo("The file has vectors of 3 numbers; 'clip' has 2.");
        assertThat(SERVER.post(ADMIN, VECTORS, VectorTableReader.MEDIA_TYPE, new byte[] {1, 2, 3})
                        .status())
                .isEqualTo(400);
        assertThat(SERVER.post(ADMIN, VECTORS, "{}").body().path("detail").asText())
                .contains("application/x-npy");
        assertThat(SERVER.post(
                                ADMIN,
                                "/api/v1/embeddings/city/vectors",
                                VectorTableReader.MEDIA_TYPE,
                                table(row(image, -1, 1, 2)))
                        .body()
                        .path("detail")
                        .asText())
                .contains("does not declare 'city' as an embedding");
        assertThat(SERVER.get(ADMIN, VECTORS).status()).isEqualTo(400);
    }

    @Test
    void vectorsComeAndGoAsParquetToo() throws IOException {
        var image = image();
        var video = video("{}");
        store(ADMIN, row(image, -1, 1, 2), row(video, 7, 3, 4));
        var file = directory.resolve("all.parquet").toString();

        assertThat(run("embedding", "export", "clip", file, "--folder", folder.toString()))
                .isEqualTo("0: ");
        SERVER.post(ADMIN, "/api/v1/embeddings/clip/removals?folder=" + folder, "");

        assertThat(exported()).isEmpty();
        assertThat(run("embedding", "import", "clip", file)).isEqualTo("0: 2 of 2 vectors stored.");
        assertThat(exported()).containsExactlyInAnyOrder(image + " -1 1.0 2.0", video + " 7 3.0 4.0");
    }

    @Test
    void aParquetFileThatDoesNotFitIsRefusedInWords() throws IOException {
        var image = image();
        var columns = List.of(new ParquetColumn("id", Kind.TEXT), new ParquetColumn("vector", Kind.VECTOR));
        var bytes = new ByteArrayOutputStream();
        var table = new ParquetWriter(bytes, columns);
        table.add(List.of(
                new TypedValue.Words(image.toString()),
                new TypedValue.Vector(new float[FieldType.Embedding.MOST + 5])));
        table.add(List.of(new TypedValue.Words(image.toString()), new TypedValue.Vector(new float[] {8, 9})));
        table.end();
        var file = write("long.parquet", bytes.toByteArray()).toString();
        var parquet = ParquetWriter.MEDIA_TYPE;

        assertThat(run("embedding", "import", "clip", file))
                .isEqualTo("1: 1 of 2 vectors stored.\nRow 1 (" + image
                        + "): 'clip' has 2 numbers, this vector has 4097 or more.");
        assertThat(exported()).containsExactly(image + " -1 8.0 9.0");
        assertThat(SERVER.post(ADMIN, VECTORS, parquet, new byte[] {1, 2, 3})
                        .body()
                        .path("detail")
                        .asText())
                .isEqualTo("The Parquet file cannot be taken: it is no sound Parquet file.");
        assertThat(SERVER.get(ADMIN, VECTORS + "?folder=" + folder + "&format=orc")
                        .body()
                        .findValuesAsText("detail"))
                .anyMatch(told -> told.contains("One of npy and parquet is expected, got 'orc'."));
        assertThat(run("embedding", "import", "clip", file, "--items", image.toString()))
                .startsWith("2: ")
                .contains("brings the ids itself");
        assertThat(run("embedding", "export", "clip", file, "--ids", "ids.txt", "--folder", folder.toString()))
                .startsWith("2: ")
                .contains("leave --ids out");
    }

    @Test
    void vectorsOfARemovedFolderAreGone() {
        var image = image();
        store(ADMIN, row(image, -1, 1, 2));

        SERVER.delete(ADMIN, "/api/v1/folders/" + folder);

        assertThat(SERVER.rows().storedVectors(image)).isZero();
    }

    private String run(String... words) {
        var out = new ByteArrayOutputStream();
        try (var printed = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            var surroundings = new Surroundings(
                    Map.of("ACCESSION_URL", "http://127.0.0.1:" + SERVER.port(), "ACCESSION_TOKEN", ADMIN),
                    directory,
                    new ByteArrayInputStream(new byte[0]),
                    printed,
                    printed,
                    false,
                    80,
                    InstantSource.system());
            int exitCode = CommandLines.execute(CommandLines.root(surroundings), surroundings, words);
            return exitCode + ": " + out.toString(StandardCharsets.UTF_8).strip();
        }
    }

    private Path write(String name, byte[]... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }

    @Test
    void theCommandLineTakesAMatrixAndItsIdsAndGivesThemBack() throws IOException {
        var image = image();
        var video = video("{}");
        var matrix = write(
                "clip.npy",
                NpyWriting.matrixHeader(2, 2),
                NpyWriting.matrixRow(new float[] {1, 2}),
                NpyWriting.matrixRow(new float[] {3, 4}));
        var ids = write("ids.txt", (image + "\n" + video + ",7\n").getBytes(StandardCharsets.UTF_8));

        var imported = run("embedding", "import", "clip", matrix.toString(), "--ids", ids.toString());
        var back = directory.resolve("back.npy");
        var owners = directory.resolve("owners.txt");
        run("embedding", "export", "clip", back.toString(), "--ids", owners.toString(), "--folder", folder.toString());
        var table = directory.resolve("table.npy");
        run("embedding", "export", "clip", table.toString(), "--folder", folder.toString());

        assertThat(imported).isEqualTo("0: 2 of 2 vectors stored.");
        assertThat(Files.readAllLines(owners)).containsExactlyInAnyOrder(image.toString(), video + ",7");
        assertThat(Files.readAllBytes(back)).hasSize(192 + 2 * 8);
        assertThat(run("embedding", "import", "clip", table.toString())).isEqualTo("0: 2 of 2 vectors stored.");
        assertThat(run("embedding", "remove", "clip", "--folder", folder.toString()))
                .isEqualTo("0: 2 vectors removed.");
    }

    @Test
    void theCommandLineSaysWhatIsWrongWithItsFiles() throws IOException {
        var matrix =
                write("clip.npy", NpyWriting.matrixHeader(2, 2), HexFormat.of().parseHex("00".repeat(16)));
        var ids = write("ids.txt", "a b c d\n".getBytes(StandardCharsets.UTF_8));

        assertThat(run("embedding", "import", "clip", matrix.toString(), "--items", UNKNOWN))
                .startsWith("2: ")
                .contains("has 2 vectors, but there are 1 ids");
        assertThat(run("embedding", "import", "clip", matrix.toString(), "--ids", ids.toString()))
                .startsWith("2: ")
                .contains("Line 1");
        assertThat(run("embedding", "import", "clip", ids.toString(), "--items", UNKNOWN))
                .startsWith("2: ")
                .contains("no .npy file");
        assertThat(run("embedding", "import", "clip", matrix.toString(), "--items", UNKNOWN + "," + UNKNOWN))
                .startsWith("1: 0 of 2 vectors stored.")
                .contains("Row 1 (" + UNKNOWN + ")");
    }
}
