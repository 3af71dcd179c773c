package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import io.accession.server.TestServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String ANN = SERVER.newUser("ann@example.org");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SEARCH = "/api/v1/search";

    private static final String SCHEMA = """
            {"weather": {"ty": "enum", "values": ["fog", "rain", "snow"]},
             "speed": {"ty": "variant", "hint": "number"}, "night": {"ty": "variant", "hint": "boolean"},
             "captured": {"ty": "variant", "hint": "datetime"}, "driver": {"ty": "variant", "hint": "varchar"},
             "notes": {"ty": "variant", "hint": "text"}, "place": {"ty": "geospatial"},
             "look": {"ty": "embedding", "size": 3}}
            """;

    /** Written so that every example of the guide finds something of it. */
    private static final String DRIVES = """
            {"images": [
              {"objectUrl": "s3://fleet/2025/1.jpg", "title": "cyclist.jpg",
               "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 10, "width": 1920, "height": 1080},
               "clientMetadata": {"weather": "rain", "speed": 35, "night": true, "captured": "2025-06-15T12:00:00Z",
                 "driver": "Ada, \\"the\\" driver", "notes": "A red car at dusk", "place": {"latitude": 46.95, "longitude": 7.45},
                 "look": [0.1, 0.2, 0.3]}},
              {"objectUrl": "s3://fleet/2025/2.jpg", "title": "empty.jpg",
               "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 20, "width": 640, "height": 480},
               "clientMetadata": {"weather": "snow", "speed": 50, "own": [1]}}],
             "videos": [
              {"objectUrl": "s3://fleet/2024/3.mp4", "title": "drive.mp4",
               "videoMetadata": {"mimeType": "video/mp4", "fileSize": 30, "width": 1280, "height": 720, "fps": 25, "duration": 12.5},
               "clientMetadata": {"weather": "fog", "notes": "dusk", "$encord": {"frames": {"0": {"weather": "snow", "speed": 7},
                 "25": {"weather": "rain", "speed": 44}, "9999": {}}}}}],
             "image_groups": [
              {"title": "pair", "createVideo": false, "images": [
                {"url": "s3://fleet/4a.jpg", "title": "a", "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 1, "width": 2, "height": 2}},
                {"url": "s3://fleet/4b.jpg", "title": "b", "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 1, "width": 2, "height": 2}}]}]}
            """;

    private static String folder;
    private static String below;
    private static String integration;

    @BeforeAll
    static void register() {
        SERVER.post(ADMIN, "/api/v1/schema/versions", SCHEMA);
        folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"drives\"}"));
        below = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"below\",\"parentId\":\"" + folder + "\"}"));
        integration = id(
                SERVER.post(ADMIN, "/api/v1/integrations", "{\"title\":\"web\",\"settings\":{\"type\":\"direct\"}}"));
        register(folder, DRIVES.replace("s3://", "https://files.example.org/"));
        register(below, """
                {"images": [{"objectUrl": "https://files.example.org/5.jpg", "title": "below.jpg",
                  "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 50, "width": 50, "height": 50}}]}
                """);
        awaitTotal(ADMIN, "{'withMembers': true, 'limit': 0}", 7);
        awaitTotal(ADMIN, "{'filter': {'field': 'metadata.weather', 'exists': true}}", 3);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static void register(String where, String manifest) {
        var job = id(
                SERVER.post(ADMIN, "/api/v1/folders/" + where + "/upload-jobs?integration=" + integration, manifest));
        SERVER.get(ADMIN, "/api/v1/upload-jobs/" + job + "/events");
    }

    private static JsonNode awaitTotal(String token, String search, long total) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = SERVER.post(token, SEARCH, json(search));
            if (answer.body().path("total").asLong(-1) == total) {
                return answer.body();
            }
            assertThat(Instant.now()).as("%s", answer.body()).isBefore(end);
        }
    }

    private static JsonNode found(String token, String search) {
        var answer = SERVER.post(token, SEARCH, json(search));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> titles(JsonNode results) {
        return results.path("results").findValuesAsText("title");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void aSearchAnswersHitsCountsAndFacets() {
        var results = found(ADMIN, """
                {'filter': {'folder': '%s'}, 'sort': {'field': 'width', 'descending': true}, 'limit': 2,
                 'facets': [{'field': 'metadata.weather'}, {'field': 'width', 'buckets': 2}, {'field': 'createdAt'}]}
                """.formatted(folder));

        assertThat(titles(results)).containsExactly("cyclist.jpg", "drive.mp4");
        assertThat(results.path("total").asInt()).isEqualTo(5);
        assertThat(results.path("precision").asText()).isEqualTo("exact");
        assertThat(results.at("/results/1/media/framesPerSecond").asDouble()).isEqualTo(25);
        assertThat(results.at("/facets/0/missing").asInt()).isEqualTo(2);
        assertThat(results.at("/facets/0/terms").findValuesAsText("value")).containsExactly("fog", "rain", "snow");
        assertThat(results.at("/facets/1/buckets").findValuesAsText("count")).containsExactly("2", "2");
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("SearchResults", results);
    }

    @Test
    void pagesAreAskedForWithTheTokenOfTheOneBefore() {
        var search = "{'sort': {'field': 'title'}, 'limit': 2";
        var first = found(ADMIN, search + "}");
        var second = found(
                ADMIN, search + ", 'pageToken': '" + first.path("nextPageToken").asText() + "'}");

        assertThat(titles(first)).containsExactly("below.jpg", "cyclist.jpg");
        assertThat(titles(second)).containsExactly("drive.mp4", "empty.jpg");
        assertThat(SERVER.post(
                                ADMIN,
                                SEARCH,
                                json("{'pageToken': '"
                                        + first.path("nextPageToken").asText() + "'}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyFindsWhatTheyMayNotLookAt() {
        var own = id(SERVER.post(ANN, "/api/v1/folders", "{\"name\":\"own\"}"));
        var item = SERVER.rows().addItem(UUID.fromString(own), "image", "own.jpg");

        var results = awaitTotal(ANN, "{'facets': [{'field': 'folderId'}]}", 1);

        assertThat(results.at("/results/0/id").asText()).isEqualTo(item.toString());
        assertThat(results.at("/facets/0/terms").findValuesAsText("value")).containsExactly(own);
        var refused = SERVER.post(ANN, SEARCH, json("{'filter': {'folder': '" + folder + "'}}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/filter/folder");
        SERVER.delete(ANN, "/api/v1/folders/" + own);
        awaitTotal(ADMIN, "{'withMembers': true}", 7);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var refused = SERVER.post(ADMIN, SEARCH, json("""
                {'filter': {'and': [{'field': 'metadata.speed', 'equals': 'fast'}, {'field': 'metadata.wheather', 'equals': 1}]},
                 'limit': -1}
                """));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/filter/and/0/equals", "/filter/and/1/field", "/limit");
        assertThat(SERVER.post(ADMIN, SEARCH, "[1]").status()).isEqualTo(400);
        assertThat(SERVER.post(ADMIN, SEARCH, "{").status()).isEqualTo(400);
        assertThat(SERVER.post("nobody", SEARCH, "{}").status()).isEqualTo(401);
    }

    @Test
    void theFieldsThatThereAreAreListed() {
        var fields = SERVER.get(ADMIN, "/api/v1/search/fields").body();

        assertThat(fields.findValuesAsText("name")).contains("title", "width", "metadata.speed", "metadata.look");
        for (var field : fields) {
            new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("SearchableField", field);
        }
    }

    private static final Pattern ROW = Pattern.compile("\\| `(\\{.*})` \\|");
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleOfTheGuideFindsSomething() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guides", "search.md"))
                .replace("s3://fleet/", "https://files.example.org/fleet/")
                .replace("FOLDER", folder)
                .replace("PRESET", preset("guide", "{'field': 'kind', 'equals': 'video'}"))
                .replace("COLLECTION", collection("guide", "{'filter': {'field': 'kind', 'equals': 'image'}}"))
                .replace("ITEM", itemCalled("cyclist.jpg"));
        var filters = ROW.matcher(guide).results().map(row -> row.group(1)).toList();
        var searches =
                BLOCK.matcher(guide).results().map(block -> block.group(1)).toList();

        assertThat(filters).hasSize(19);
        assertThat(searches).hasSize(3);
        assertThat(filters)
                .allSatisfy(filter -> assertThat(found(ADMIN, "{\"filter\": " + filter + "}")
                                .path("total")
                                .asInt())
                        .isPositive());
        assertThat(found(ADMIN, searches.getFirst()).path("total").asInt()).isPositive();
        assertThat(found(ADMIN, searches.get(1)).path("results").findValuesAsText("frame"))
                .containsExactly("25", "0");
        assertThat(found(ADMIN, searches.getLast()).path("total").asInt()).isZero(); // anchors are no neighbours
    }

    @Test
    void whatIsLikeAVectorIsFoundByWhoeverMayLookAtIt() {
        var like = "{'similar': {'field': 'metadata.look', 'like': [{'vector': [1, 2, 3]}]}}";

        var results = found(ADMIN, like);

        assertThat(titles(results)).containsExactly("cyclist.jpg");
        assertThat(results.at("/results/0/score").asDouble()).isPositive();
        assertThat(results.path("precision").asText()).isEqualTo("exact");
        assertThat(found(ANN, like).path("total").asInt()).isZero();
        var anchor = SERVER.post(
                ANN,
                SEARCH,
                json("{'similar': {'field': 'metadata.look', 'like': [{'item': '" + itemCalled("cyclist.jpg")
                        + "'}]}}"));
        assertThat(anchor.status()).isEqualTo(400);
        assertThat(anchor.body().path("detail").asText()).contains("or you may not use it");
    }

    @Test
    void aTextWithoutAnEncoderIsRefusedWithWhatToSwitchOn() {
        var refused = SERVER.post(ADMIN, SEARCH, json("{'similar': {'like': [{'text': 'a red car at dusk'}]}}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/similar/like/0/text");
        assertThat(refused.body().at("/errors/0/detail").asText()).contains("search.meaning = true");
        assertThat(SERVER.get(ADMIN, "/api/v1/search/encoders").body()).isEmpty();
    }

    private static String itemCalled(String title) {
        return found(ADMIN, "{'filter': {'field': 'title', 'equals': '" + title + "'}}")
                .at("/results/0/id")
                .asText();
    }

    private static String preset(String name, String filter) {
        return id(SERVER.post(
                ADMIN, "/api/v1/filter-presets", json("{'name': '" + name + "', 'filter': " + filter + "}")));
    }

    private static String collection(String name, String search) {
        var made = SERVER.post(
                ADMIN,
                "/api/v1/collections",
                json("{'folderId': '" + folder + "', 'name': '" + name + "', 'search': " + search + "}"));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().at("/collection/id").asText();
    }

    @Test
    void aKeptFilterIsUsedByItsId() {
        var preset = preset("wet", "{'field': 'metadata.weather', 'in': ['rain', 'snow']}");

        assertThat(titles(found(
                        ADMIN, "{'filter': {'and': [{'preset': '" + preset + "'}, {'not': {'words': 'cyclist'}}]}}")))
                .containsExactly("empty.jpg");
        var shown = SERVER.get(ANN, "/api/v1/filter-presets/" + preset).body();
        assertThat(shown.at("/filter/field").asText()).isEqualTo("metadata.weather");
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("FilterPreset", shown);
        assertThat(SERVER.delete(ANN, "/api/v1/filter-presets/" + preset).status())
                .isEqualTo(404);
        assertThat(SERVER.delete(ADMIN, "/api/v1/filter-presets/" + preset).status())
                .isEqualTo(204);
        assertThat(SERVER.post(ADMIN, SEARCH, json("{'filter': {'preset': '" + preset + "'}}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aKeptFilterIsChangedByWhoMadeItAndOnlyForARightOne() {
        var path = "/api/v1/filter-presets/" + preset("dry", "{'field': 'metadata.weather', 'equals': 'rain'}");

        var renamed = SERVER.patch(ADMIN, path, json("{'name': 'damp', 'description': null}"));
        var changed = SERVER.patch(ADMIN, path, json("{'filter': {'field': 'kind', 'equals': 'video'}}"));

        assertThat(renamed.body().path("name").asText()).isEqualTo("damp");
        assertThat(renamed.body().at("/filter/equals").asText()).isEqualTo("rain");
        assertThat(changed.body().path("name").asText()).isEqualTo("damp");
        assertThat(changed.body().at("/filter/equals").asText()).isEqualTo("video");
        assertThat(SERVER.patch(ANN, path, json("{'name': 'mine'}")).status()).isEqualTo(404);
        assertThat(SERVER.patch(ADMIN, path, json("{'name': ''}")).status()).isEqualTo(400);
        assertThat(SERVER.patch(ADMIN, path, json("{'filter': {'field': 'kind'}}"))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .startsWith("/filter");
        assertThat(SERVER.get(ADMIN, path).body()).isEqualTo(changed.body());
    }

    @Test
    void aCollectionGetsAnotherName() {
        var path = "/api/v1/collections/" + collection("before", "{}");

        var edited = SERVER.patch(ADMIN, path, json("{'name': 'after', 'description': 'why'}"));

        assertThat(edited.body().path("name").asText()).isEqualTo("after");
        assertThat(edited.body().path("description").asText()).isEqualTo("why");
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("Collection", edited.body());
        assertThat(SERVER.patch(ADMIN, path, json("{'name': ' '}")).status()).isEqualTo(400);
        assertThat(SERVER.patch(ANN, path, json("{'name': 'mine'}")).status()).isEqualTo(404);
        assertThat(SERVER.delete(ADMIN, path).status()).isEqualTo(204);
    }

    @Test
    void aFilterThatIsWrongIsNotKept() {
        var refused = SERVER.post(
                ADMIN,
                "/api/v1/filter-presets",
                json("{'name': 'wrong', 'filter': {'field': 'metadata.speed', 'prefix': 'a'}}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/filter");
        assertThat(refused.body().at("/errors/0/detail").asText()).contains("is of type number");
    }

    @Test
    void aCollectionHasWhatASearchFoundWhenItWasMade() {
        var images = collection("images", "{'filter': {'field': 'kind', 'equals': 'image'}}");
        var path = "/api/v1/collections/" + images;

        assertThat(titles(SERVER.get(ADMIN, path + "/items").body()))
                .containsExactlyInAnyOrder("cyclist.jpg", "empty.jpg", "below.jpg");
        var taken = SERVER.post(
                        ADMIN, path + "/removals", json("{'filter': {'or': [{'words': 'below'}, {'words': 'drive'}]}}"))
                .body();
        assertThat(taken.path("found").asInt()).isEqualTo(2);
        assertThat(taken.path("passedOver").asInt()).isEqualTo(1);
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("CollectionChange", taken);
        SERVER.post(ADMIN, path + "/additions", json("{'filter': {'words': 'drive'}}"));
        assertThat(titles(found(ADMIN, "{'filter': {'collection': '" + images + "'}, 'sort': {'field': 'title'}}")))
                .containsExactly("cyclist.jpg", "drive.mp4", "empty.jpg");
        assertThat(SERVER.get(ANN, path).status()).isEqualTo(404);
        assertThat(SERVER.delete(ADMIN, path).status()).isEqualTo(204);
    }

    @Test
    void anItemTellsWhatItIsPartOf() {
        var pair = found(ADMIN, "{'filter': {'field': 'kind', 'equals': 'imageGroup'}}")
                .at("/results/0/id")
                .asText();
        var frame = SERVER.get(ADMIN, "/api/v1/items/" + pair)
                .body()
                .at("/members/0/itemId")
                .asText();
        var collection = collection("frames", "{'withMembers': true, 'filter': {'items': ['" + frame + "']}}");
        SERVER.patch(ADMIN, "/api/v1/collections/" + collection, json("{'name': 'first frames'}"));
        var dataset = id(SERVER.post(ADMIN, "/api/v1/datasets", json("{'title': 'to label'}")));
        SERVER.post(ADMIN, "/api/v1/datasets/" + dataset + "/rows", json("{'items': ['" + frame + "']}"));

        var uses = SERVER.get(ADMIN, "/api/v1/items/" + frame + "/uses").body();

        assertThat(uses.findValuesAsText("title")).containsExactly("to label", "first frames", "pair");
        assertThat(uses.findValuesAsText("id")).containsExactly(dataset, collection, pair);
        assertThat(uses.findValuesAsText("by")).containsExactly("dataset", "collection", "group");
        assertThat(SERVER.get(ANN, "/api/v1/items/" + frame + "/uses").status()).isEqualTo(404);
        SERVER.delete(ADMIN, "/api/v1/collections/" + collection);
        SERVER.delete(ADMIN, "/api/v1/datasets/" + dataset);
    }

    private static String export(String format, String search) {
        var answer = SERVER.post(ADMIN, SEARCH + "/export?format=" + format, json(search));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    @Test
    void anExportedManifestRegistersTheSameElsewhere() {
        var manifest = export("manifest", "{'filter': {'folder': '" + folder + "'}}");
        var elsewhere = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"elsewhere\"}"));

        register(elsewhere, manifest);

        awaitTotal(ADMIN, "{'filter': {'folder': '" + elsewhere + "'}}", 5);
        var again = export("manifest", "{'filter': {'folder': '" + elsewhere + "'}}");
        assertThat(sorted(again)).isEqualTo(sorted(manifest));
        assertThat(manifest)
                .contains("\"createVideo\":false")
                .contains("\"fps\":25")
                .contains("\"own\": [1]");
        SERVER.delete(ADMIN, "/api/v1/folders/" + elsewhere);
        awaitTotal(ADMIN, "{'withMembers': true}", 7);
    }

    private static List<String> sorted(String manifest) {
        return manifest.lines().map(line -> line.replaceAll(",$", "")).sorted().toList();
    }

    @Test
    void anExportAsCsvHasAColumnForEachDeclaredKey() {
        var csv = export("csv", "{'filter': {'field': 'title', 'equals': 'cyclist.jpg'}}");

        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv)
                .contains("metadata.captured,metadata.driver,metadata.night")
                .contains(",image/jpeg,10,1920,1080,,,")
                .contains("2025-06-15T12:00:00Z,\"Ada, \"\"the\"\" driver\",true");
    }

    @Test
    void anExportAsLinesHasAllThatIsKnown() {
        var lines = export("ndjson", "{'sort': {'field': 'title'}, 'filter': {'folder': '" + folder + "'}}")
                .lines()
                .map(TestServer::json)
                .toList();

        assertThat(lines)
                .extracting(line -> line.path("title").asText())
                .containsExactly("below.jpg", "cyclist.jpg", "drive.mp4", "empty.jpg", "pair");
        assertThat(lines.getLast().path("members")).hasSize(2);
        assertThat(lines.get(1).at("/clientMetadata/speed").asInt()).isEqualTo(35);
        assertThat(SERVER.post(ADMIN, SEARCH + "/export?format=xml", "{}").status())
                .isEqualTo(400);
        assertThat(SERVER.post(ADMIN, SEARCH + "/export", json("{'filter': 1}")).status())
                .isEqualTo(400);
    }

    @Test
    void anExportAsParquetHasTheTypesOfTheKeys(@TempDir Path directory) throws IOException {
        var answer = SERVER.post(
                ADMIN,
                SEARCH + "/export?format=parquet",
                json("{'sort': {'field': 'title'}, 'filter': {'field': 'title', 'in': ['cyclist.jpg', 'pair']}}"));
        var file = Files.write(
                directory.resolve("items.parquet"), answer.response().body());

        try (var parquet = ParquetFileReader.open(InputFile.of(file));
                var rows = parquet.buildRowReader().build()) {
            rows.next();
            assertThat(rows.getString("title")).isEqualTo("cyclist.jpg");
            assertThat(rows.getLong("width")).isEqualTo(1920);
            assertThat(rows.isNull("durationSeconds")).isTrue();
            assertThat(rows.getDouble("metadata.speed")).isEqualTo(35);
            assertThat(rows.getBoolean("metadata.night")).isTrue();
            assertThat(rows.getTimestamp("metadata.captured")).isEqualTo("2025-06-15T12:00:00Z");
            assertThat(rows.getStruct("metadata.place").getDouble("longitude")).isEqualTo(7.45);
            rows.next();
            assertThat(rows.getString("title")).isEqualTo("pair");
            assertThat(rows.isNull("objectUrl")).isTrue();
            assertThat(rows.isNull("metadata.place")).isTrue();
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void anExportHasSignedUrlsWhenTheyAreAskedFor() {
        var search = json("{'sort': {'field': 'title'}, 'filter': {'field': 'title', 'in': ['cyclist.jpg', 'pair']}}");

        var csv = SERVER.post(ADMIN, SEARCH + "/export?format=csv&signedUrls=true", search);
        var lines = SERVER.post(ADMIN, SEARCH + "/export?format=ndjson&signedUrls=true", search);
        var manifest = SERVER.post(ADMIN, SEARCH + "/export?signedUrls=true", search);

        var rows = new String(csv.response().body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(rows.getFirst()).endsWith(",signedUrl,signedUrlExpiresAt");
        assertThat(rows.get(1)).matches(".*,https://files.example.org/fleet/2025/1.jpg,20\\d\\d-.*Z");
        assertThat(rows.get(2)).endsWith(",,");
        var items = new String(lines.response().body(), StandardCharsets.UTF_8)
                .lines()
                .map(TestServer::json)
                .toList();
        assertThat(items.getFirst().path("signedUrl").asText()).isEqualTo("https://files.example.org/fleet/2025/1.jpg");
        assertThat(Instant.parse(items.getFirst().path("signedUrlExpiresAt").asText()))
                .isAfter(Instant.now());
        assertThat(items.getLast().has("signedUrl")).isFalse();
        assertThat(manifest.status()).isEqualTo(400);
    }
}
