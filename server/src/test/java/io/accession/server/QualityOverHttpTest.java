package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.TestServer.Answer;
import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real pictures, measured by the real decoder, and compared through the index. */
final class QualityOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String ANN = SERVER.newUser("ann@example.org");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DUPLICATES = "/api/v1/search/near-duplicates";

    private static String folder;

    @BeforeAll
    static void measure() throws IOException {
        SERVER.post(ADMIN, "/api/v1/schema/versions", "{\"look\": {\"ty\": \"embedding\", \"size\": 2}}");
        folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"pictures\"}"));
        var root = SERVER.localRoot();
        var first = scene(1, 640, 480);
        ImageIO.write(first, "png", root.resolve("original.png").toFile());
        writeJpeg(scaled(first, 320, 240), 0.4f, root.resolve("copy.jpg"));
        ImageIO.write(scene(2, 640, 480), "png", root.resolve("other.png").toFile());
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                root.resolve("black.png").toFile());
        Files.write(root.resolve("broken.png"), "no picture".getBytes(StandardCharsets.UTF_8));
        var looks = List.of("[1, 0]", "[1, 0.001]", "[0, 1]", "[-1, 0]", "[0.7, 0.7]");
        var names = List.of("original.png", "copy.jpg", "other.png", "black.png", "broken.png");
        register(
                false,
                Stream.of(0, 1, 2, 3, 4)
                        .map(i -> entry(names.get(i), looks.get(i)))
                        .toList());
        register(true, List.of(entry("closed.png", "[0, -1]")));
        var asked = SERVER.post(ADMIN, quality(), "");
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        assertThat(asked.body().path("pictures").asInt()).isEqualTo(5);
        await(quality(), "pending", 0);
        awaitTotal("{'filter': {'field': 'quality.brightness', 'exists': true}}", 4);
        awaitTotal("{'filter': {'field': 'metadata.look', 'exists': true}}", 6);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String quality() {
        return "/api/v1/folders/" + folder + "/quality";
    }

    /** Shapes of many colours, others for each seed. */
    private static BufferedImage scene(int seed, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            graphics.fillOval(
                    random.nextInt(width) - width / 4,
                    random.nextInt(height) - height / 4,
                    random.nextInt(width / 2),
                    random.nextInt(height / 2));
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return scaled;
    }

    private static void writeJpeg(BufferedImage image, float quality, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private static String entry(String name, String look) {
        return """
                {"objectUrl": "%s", "title": "%s", "clientMetadata": {"look": %s},
                 "imageMetadata": {"mimeType": "image/png", "fileSize": 10, "width": 640, "height": 480}}
                """.formatted(SERVER.localRoot().resolve(name).toUri(), name, look);
    }

    private static void register(boolean strict, List<String> images) {
        var integration = id(SERVER.post(
                ADMIN,
                "/api/v1/integrations",
                "{\"title\":\"here\",\"strictClientOnly\":" + strict + ",\"settings\":{\"type\":\"local\",\"root\":\""
                        + SERVER.localRoot() + "\"}}"));
        var job = id(SERVER.post(
                ADMIN,
                "/api/v1/folders/" + folder + "/upload-jobs?integration=" + integration,
                "{\"images\": [" + String.join(",", images) + "]}"));
        SERVER.get(ADMIN, "/api/v1/upload-jobs/" + job + "/events");
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static JsonNode await(String path, String field, int value) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = SERVER.get(ADMIN, path);
            if (answer.body().path(field).asInt(-1) == value) {
                return answer.body();
            }
            assertThat(Instant.now()).as("%s", answer.body()).isBefore(end);
        }
    }

    private static void awaitTotal(String search, int total) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = SERVER.post(ADMIN, "/api/v1/search", json(search));
            if (answer.body().path("total").asInt(-1) == total) {
                return;
            }
            assertThat(Instant.now()).as("%s", answer.body()).isBefore(end);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static JsonNode asked(String path, String question) {
        var answer = SERVER.post(ADMIN, path, json(question));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> titles(JsonNode items) {
        return items.findValuesAsText("title");
    }

    private static JsonNode refused(String path, String question) {
        var answer = SERVER.post(ADMIN, path, json(question));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        return answer.body();
    }

    @Test
    void whatCouldNotBeMeasuredIsToldAndIsMeasuredAgainWhenSomebodyAsks() {
        var counts = await(quality(), "pending", 0);

        assertThat(counts.path("pictures").asInt()).isEqualTo(5);
        assertThat(counts.path("measured").asInt()).isEqualTo(4);
        assertThat(counts.path("failed").asInt()).isEqualTo(1);
        assertThat(counts.at("/failures/0/title").asText()).isEqualTo("broken.png");
        assertThat(counts.at("/failures/0/code").asText()).isEqualTo("KIND_MISMATCH");
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("FolderQuality", counts);
        assertThat(SERVER.post(ADMIN, quality(), "").body().path("pending").asInt())
                .isEqualTo(1);
        await(quality(), "failed", 1);
    }

    @Test
    void onlyThoseWhoMayUseTheFolderLearnWhatWasMeasured() {
        assertThat(SERVER.get(ANN, quality()).status()).isEqualTo(404);
        assertThat(SERVER.post(ANN, quality(), "").status()).isEqualTo(404);
    }

    @Test
    void metricsAreFilteredSortedAndCounted() {
        var dark = asked("/api/v1/search", """
                {'filter': {'field': 'quality.brightness', 'below': 0.05}, 'sort': {'field': 'quality.contrast'},
                 'facets': [{'field': 'quality.colorfulness', 'buckets': 3}]}
                """);

        assertThat(titles(dark.path("results"))).containsExactly("black.png");
        assertThat(dark.at("/facets/0/buckets/0/count").asInt()).isEqualTo(1);
        var blurred = asked("/api/v1/search", "{'sort': {'field': 'quality.blur', 'descending': true}, 'limit': 1}");
        assertThat(titles(blurred.path("results"))).containsExactly("black.png");
        assertThat(SERVER.get(ADMIN, "/api/v1/search/fields").body().findValuesAsText("name"))
                .contains("quality.brightness", "quality.sharpness");
    }

    @Test
    void aPictureThatWasMadeSmallAndEncodedAnewIsANearDuplicate() {
        var found = asked(DUPLICATES, "{'by': 'pixels', 'filter': {'folder': '" + folder + "'}}");

        assertThat(found.path("compared").asInt()).isEqualTo(3);
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("precision").asText()).isEqualTo("exact");
        assertThat(titles(found.at("/groups/0/items"))).containsExactly("original.png", "copy.jpg");
        assertThat(found.at("/groups/0/items/0/distance").asDouble(-1)).isZero();
        assertThat(found.at("/groups/0/items/1/distance").asDouble(-1)).isBetween(0.0, 6.0);
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("NearDuplicates", found);
    }

    @Test
    void groupsComePageByPage() {
        var question = "{'by': 'metadata.look', 'threshold': 0.2, 'limit': 1}";
        var first = asked(DUPLICATES, question);

        assertThat(first.path("total").asInt()).isEqualTo(1);
        assertThat(first.path("nextPageToken").isNull()).isTrue();
        assertThat(titles(first.at("/groups/0/items"))).containsExactly("original.png", "copy.jpg");
        assertThat(refused(DUPLICATES, "{'by': 'metadata.look', 'pageToken': 'x'}")
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/pageToken");
    }

    @Test
    void itemsArePickedByHowFarTheyAreFromOthers() {
        var diverse = asked("/api/v1/search/diverse", "{'by': 'metadata.look', 'count': 3}");
        var outliers = asked("/api/v1/search/outliers", "{'by': 'metadata.look', 'count': 1}");

        assertThat(titles(diverse.path("items"))).containsExactly("original.png", "black.png", "other.png");
        assertThat(diverse.at("/items/0/distance").isNull()).isTrue();
        assertThat(diverse.at("/items/1/distance").asDouble()).isEqualTo(2);
        assertThat(titles(outliers.path("items"))).containsExactly("black.png");
        assertThat(outliers.path("compared").asInt()).isEqualTo(6);
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("ComparedItems", diverse);
    }

    @Test
    void whatMayNotBeReadIsNotCompared() {
        var answer = SERVER.post(ANN, "/api/v1/search/outliers", json("{'by': 'metadata.look'}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("compared").asInt()).isZero();
        assertThat(answer.body().path("items")).isEmpty();
    }

    @Test
    void aWrongQuestionIsRefusedWithAllItsFaults() {
        var faults = refused(
                DUPLICATES,
                "{'by': 'width', 'threshold': 'much', 'limit': 0, 'colour': 1, 'filter': {'field': 'nothing'}}");

        assertThat(faults.path("errors").findValuesAsText("pointer"))
                .contains("/by", "/limit", "/colour", "/filter/field");
        assertThat(refused(DUPLICATES, "{'by': 'pixels', 'threshold': 12}")
                        .at("/errors/0/detail")
                        .asText())
                .contains("0 to 11");
        assertThat(refused("/api/v1/search/diverse", "{}")
                        .at("/errors/0/detail")
                        .asText())
                .contains("'by' is missing");
        assertThat(refused("/api/v1/search/outliers", "{'by': 'pixels', 'count': 1001}")
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/count");
    }

    /** Each JSON object of the page that is posted there. */
    @Test
    void theExamplesOfTheGuideWork() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "curation.md"));
        var examples = Pattern.compile("(/api/v1/search[a-z/-]*) +(\\{.*})").matcher(guide);
        var tried = examples.results()
                .map(example -> {
                    asked(example.group(1), example.group(2));
                    return example.group(1);
                })
                .collect(Collectors.toSet());

        assertThat(tried).contains("/api/v1/search", DUPLICATES, "/api/v1/search/diverse", "/api/v1/search/outliers");
    }
}
