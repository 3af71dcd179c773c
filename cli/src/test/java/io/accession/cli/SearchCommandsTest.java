package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SearchCommandsTest extends WithCommandLine {

    private static final String SEARCH = "POST /api/v1/search";
    private static final String COLLECTION = "00000000-0000-7000-8000-00000000c001";
    private static final String FOUND = """
            {"results": [{"id": "00000000-0000-7000-8000-000000000001", "folderId": "00000000-0000-7000-8000-00000000f001",
              "kind": "image", "title": "1.jpg", "objectUrl": "s3://b/1.jpg", "warnings": [], "createdAt": "2026-01-02T03:04:05Z",
              "media": {"type": "image", "mimeType": "image/jpeg", "bytes": 1234, "width": 1, "height": 1, "orientation": 1},
              "frame": null, "score": 0}],
             "total": 4321, "precision": "exact", "nextPageToken": "x",
             "facets": [{"type": "terms", "field": "kind", "terms": [{"value": "image", "count": 4000}], "values": 1, "missing": 0},
               {"type": "histogram", "field": "metadata.speed", "missing": 321,
                "buckets": [{"from": 0.0, "to": 1500.5, "count": 3000}, {"from": 1500.5, "to": 3001.0, "count": 1000}]}]}
            """;

    private JsonNode sent() throws IOException {
        return new ObjectMapper().readTree(given.server.calls().getLast().body());
    }

    @Test
    void hitsAndFacetsAreShownAndHowManyThereAre() {
        given.server.on(SEARCH, 200, FOUND);

        assertThat(given.run("search --facet kind --facet metadata.speed").lines())
                .containsExactly(
                        "ID                                    KIND   BYTES  TITLE",
                        "00000000-0000-7000-8000-000000000001  image  1,234  1.jpg",
                        "1 of 4,321 shown.",
                        "",
                        "KIND   ITEMS",
                        "image  4,000",
                        "",
                        "METADATA.SPEED  TO      ITEMS",
                        "0               1500.5  3,000",
                        "1500.5          3,001   1,000",
                        "321 without a value.");
        assertThat(given.run("search --count").out()).isEqualTo("4321\n");
        assertThat(given.run("search --json").json().path("total").asInt()).isEqualTo(4321);
    }

    @Test
    void allThatIsAskedForHasToHold() throws IOException {
        given.server.on(SEARCH, 200, FOUND);

        given.run(
                "search",
                "red",
                "car",
                "--folder",
                FOLDER,
                "--kind",
                "image",
                "--filter",
                "{\"words\": \"dusk\"}",
                "--sort",
                "-width",
                "--limit",
                "7",
                "--members");

        assertThat(sent()).isEqualTo(new ObjectMapper().readTree("""
                        {"filter": {"and": [{"words": "red car"}, {"words": "dusk"}, {"folder": "%s"},
                                            {"field": "kind", "equals": "image"}]},
                         "sort": {"field": "width", "descending": true}, "withMembers": true, "limit": 7}
                        """.formatted(FOLDER)));
    }

    @Test
    void theLikeOfItemsIsLookedForByAnEmbedding() throws IOException {
        given.server.on(SEARCH, 200, FOUND);

        given.run("search --like " + COLLECTION + " --by look --count");

        assertThat(sent())
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"similar\": {\"field\": \"metadata.look\", \"like\": [{\"item\": \"" + COLLECTION
                                + "\"}]}, \"limit\": 0}"));
        assertThat(given.run("search --like " + COLLECTION).error()).contains("--like goes with --by");
        assertThat(given.run("search --by look").error()).contains("--like goes with --by");
    }

    @Test
    void framesAreShownWithTheirNumbers() throws IOException {
        given.server.on(SEARCH, 200, FOUND.replace("\"frame\": null", "\"frame\": 740"));

        var lines = given.run("search", "--frames", "{\"words\": \"dusk\"}").lines();

        assertThat(sent().at("/frames/words").asText()).isEqualTo("dusk");
        assertThat(lines)
                .startsWith(
                        "ID                                    KIND   BYTES  TITLE  FRAME",
                        "00000000-0000-7000-8000-000000000001  image  1,234  1.jpg    740");
    }

    @Test
    void aSearchForEverythingHasNoFilter() throws IOException {
        given.server.on(SEARCH, 200, FOUND);

        given.run("search --count");

        assertThat(sent().toString()).isEqualTo("{\"limit\":0}");
    }

    @Test
    void aFilterMayStandInAFile() throws IOException {
        given.server.on(SEARCH, 200, FOUND);
        var file = directory.resolve("night.json");
        Files.writeString(file, "{\"field\": \"metadata.night\", \"equals\": true}");

        given.run("search", "--filter", "@" + file);

        assertThat(sent().at("/filter/field").asText()).isEqualTo("metadata.night");
        assertThat(given.run("search", "--filter", "@missing.json").error())
                .contains("There is no file 'missing.json'.");
        assertThat(given.run("search", "--filter", "{\"a\": 1, \"a\": 2}").error())
                .contains("--filter is not valid JSON");
    }

    @Test
    void anExportIsWrittenInTheFormOfItsFile() throws IOException {
        given.server.on("POST /api/v1/search/export", 200, "id,title\r\n");
        var file = directory.resolve("found.csv");

        var outcome = given.run("search", "--kind", "image", "--export", file.toString());

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(Files.readString(file)).isEqualTo("id,title\r\n");
        assertThat(given.run("search", "--export", "found.xml").exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(given.run("search", "--export", "-").error()).contains("Name it with --format");
        assertThat(given.run("search", "--format", "csv").error()).contains("goes with --export");
        assertThat(given.run("search", "--signed-urls").error()).contains("goes with --export");
        assertThat(given.run("search", "--export", "found.csv", "--json").error())
                .contains("do not go with --export");
    }

    private static String compared(String distance) {
        return """
                {"id": "00000000-0000-7000-8000-000000000001", "folderId": "%s", "kind": "image", "title": "1.jpg",
                 "objectUrl": null, "media": null, "warnings": [], "createdAt": "2026-01-02T03:04:05Z", "distance": %s}
                """.formatted(FOLDER, distance);
    }

    @Test
    void nearDuplicatesAreShownGroupByGroup() throws IOException {
        given.server.on(
                "POST /api/v1/search/near-duplicates",
                200,
                "{\"groups\": [{\"size\": 2, \"items\": [" + compared("0") + "," + compared("3.5")
                        + "]}], \"total\": 7, \"compared\": 1234, \"precision\": \"estimated\", \"nextPageToken\": \"x\"}");

        assertThat(given.run("search --near-duplicates pixels --threshold 4 --kind image --limit 1")
                        .lines())
                .containsExactly(
                        "2 items",
                        "  00000000-0000-7000-8000-000000000001  0.000     1.jpg",
                        "  00000000-0000-7000-8000-000000000001  3.500     1.jpg",
                        "7 groups among 1,234 items that were compared.",
                        "The 1 largest are shown; --limit shows more.",
                        "These are estimates: a few near duplicates may be missing.");
        assertThat(sent().path("by").asText()).isEqualTo("pixels");
        assertThat(sent().path("threshold").asDouble()).isEqualTo(4);
        assertThat(sent().at("/filter/equals").asText()).isEqualTo("image");
        assertThat(given.run("search --near-duplicates pixels --by look").error())
                .contains("--by does not go");
        assertThat(given.run("search --threshold 3").error()).contains("goes with --near-duplicates");
        assertThat(given.run("search --near-duplicates look --count").error()).contains("do not go with");
    }

    @Test
    void itemsArePickedByWhatTheirEmbeddingsSay() throws IOException {
        var answer = "{\"items\": [" + compared("null") + "], \"compared\": 20, \"precision\": \"exact\"}";
        given.server.on("POST /api/v1/search/diverse", 200, answer);
        given.server.on("POST /api/v1/search/outliers", 200, answer);

        assertThat(given.run("search --diverse 5 --by look").lines())
                .containsExactly(
                        "00000000-0000-7000-8000-000000000001            1.jpg", "1 of 20 items that were compared.");
        assertThat(sent().path("by").asText()).isEqualTo("metadata.look");
        assertThat(sent().path("count").asInt()).isEqualTo(5);
        assertThat(given.run("search --outliers 5 --by meaning --json")
                        .json()
                        .path("compared")
                        .asInt())
                .isEqualTo(20);
        assertThat(given.run("search --outliers 5").error()).contains("--by is missing");
        assertThat(given.run("search --outliers 5 --diverse 5 --by look").error())
                .contains("One of");
        assertThat(given.run("search --outliers 5 --by look --sort width").error())
                .contains("do not go with");
    }

    @Test
    void measuringIsAskedForAndShown() {
        var path = " /api/v1/folders/" + FOLDER + "/quality";
        var counts = "{\"pictures\": 1200, \"measured\": 1000, \"pending\": 199, \"failed\": 1, \"automatic\": false,"
                + " \"perMinute\": 600, \"failures\": [{\"itemId\": \"00000000-0000-7000-8000-000000000001\","
                + " \"title\": \"1.jpg\", \"code\": \"OBJECT_DAMAGED\", \"message\": \"It is cut.\"}]}";
        given.server.on("GET" + path, 200, counts);
        given.server.on("POST" + path, 202, counts);

        assertThat(given.run("quality status " + FOLDER).out())
                .contains("1,200", "199", "at most 600 a minute", "1.jpg: OBJECT_DAMAGED, It is cut.");
        assertThat(given.run("quality measure " + FOLDER).exitCode()).isZero();
    }

    @Test
    void collectionsAreMadeAndChanged() throws IOException {
        var change = "{\"collection\": " + collection() + ", \"found\": 5, \"passedOver\": 2}";
        given.server.on("POST /api/v1/collections", 201, change);
        given.server.on("GET /api/v1/collections", 200, CommandLineFixture.page(collection()));
        given.server.on("POST /api/v1/collections/" + COLLECTION + "/removals", 200, change);

        assertThat(given.run("collection", "create", "--name", "best", "--top-folder", FOLDER, "dusk")
                        .lines())
                .containsExactly(
                        "The collection 'best' is made: " + COLLECTION,
                        "In it now: 3, passed over because they are not below its folder: 2.");
        assertThat(sent().at("/search/filter/words").asText()).isEqualTo("dusk");
        assertThat(given.run("collection take --from best --kind video").out())
                .isEqualTo("Taken out: 3, passed over because they were not in it: 2.\n");
        given.server.on("PATCH /api/v1/collections/" + COLLECTION, 200, collection());
        assertThat(given.run("collection update best --name best").out())
                .isEqualTo("The collection 'best' is changed.\n");
        assertThat(sent().path("name").asText()).isEqualTo("best");
        assertThat(given.run("collection update best").error()).contains("--name or --description");
        assertThat(given.run("collection take --from worst").error()).contains("There is no collection 'worst'");
    }

    private static String collection() {
        return "{\"id\": \"" + COLLECTION + "\", \"folderId\": \"" + FOLDER
                + "\", \"name\": \"best\", \"description\": \"\", \"createdAt\": \"2026-01-02T03:04:05Z\","
                + " \"editedAt\": \"2026-01-02T03:04:05Z\"}";
    }

    @Test
    void presetsAreKeptAndShown() throws IOException {
        var preset = "{\"id\": \"" + COLLECTION
                + "\", \"name\": \"wet\", \"description\": \"\", \"filter\": {\"words\": \"rain\"},"
                + " \"sdkFilters\": null, \"createdAt\": \"2026-01-02T03:04:05Z\", \"editedAt\": \"2026-01-02T03:04:05Z\"}";
        given.server.on("POST /api/v1/filter-presets", 201, preset);
        given.server.on("GET /api/v1/filter-presets/" + COLLECTION, 200, preset);

        assertThat(given.run("preset", "create", "wet", "--filter", "{\"words\": \"rain\"}")
                        .out())
                .contains(COLLECTION);
        assertThat(sent().at("/filter/words").asText()).isEqualTo("rain");
        given.server.on("PATCH /api/v1/filter-presets/" + COLLECTION, 200, preset);
        assertThat(given.run("preset", "update", COLLECTION, "--filter", "{\"words\": \"hail\"}")
                        .out())
                .isEqualTo("The filter preset 'wet' is changed.\n");
        assertThat(sent().at("/filter/words").asText()).isEqualTo("hail");
        assertThat(given.run("preset update " + COLLECTION).error()).contains("--name, --filter or --description");
        assertThat(given.run("preset show " + COLLECTION).lines())
                .containsExactly(
                        "Name         wet",
                        "Id           " + COLLECTION,
                        "Description  ",
                        "Filter       {\"words\":\"rain\"}");
    }
}
