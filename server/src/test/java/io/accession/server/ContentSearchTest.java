package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Items that are found by what they say, and by what it means. */
class ContentSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestServer SERVER = new TestServer(new FlagValue("search.meaning", "search.meaning", "true"));
    private static final String ADMIN = SERVER.administrator();

    private static String folder;
    private static String closed;

    @BeforeAll
    static void register() throws IOException {
        SERVER.post(ADMIN, "/api/v1/schema/versions", "{\"notes\": {\"ty\": \"variant\", \"hint\": \"text\"}}");
        folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\": \"papers\"}"));
        closed = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\": \"closed\"}"));
        write("report.txt", "The automobile was parked in front of the town hall.".getBytes(StandardCharsets.UTF_8));
        write("recipe.txt", "Mash three ripe bananas and bake the bread.".getBytes(StandardCharsets.UTF_16));
        write("long.txt", ("word ".repeat(250_000) + "zebra").getBytes(StandardCharsets.UTF_8));
        writePdfs();
        register(folder, integration(false), """
                {"text": [{"objectUrl": "%1$s/report.txt", "title": "1.txt"}, {"objectUrl": "%1$s/recipe.txt", "title": "2.txt"},
                          {"objectUrl": "%1$s/long.txt", "title": "3.txt"},
                          {"objectUrl": "%1$s/gone.txt", "title": "4.txt", "textMetadata": {"mimeType": "text/plain", "fileSize": 3}}],
                 "pdfs": [{"objectUrl": "%1$s/invoice.pdf", "title": "6.pdf"}, {"objectUrl": "%1$s/scan.pdf", "title": "7.pdf"},
                          {"objectUrl": "%1$s/broken.pdf", "title": "8.pdf", "pdfMetadata": {"mimeType": "application/pdf", "fileSize": 7, "numPages": 1}}],
                 "images": [{"objectUrl": "%1$s/x.jpg", "title": "5.jpg", "clientMetadata": {"notes": "somebody rides a bicycle"},
                             "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 3, "width": 4, "height": 3}}]}
                """.formatted(
                        SERVER.localRoot().toUri().toString().replaceAll("/$", "")));
        register(closed, integration(true), """
                {"text": [{"objectUrl": "%s/report.txt", "title": "strict.txt",
                           "textMetadata": {"mimeType": "text/plain", "fileSize": 52}}]}
                """.formatted(
                        SERVER.localRoot().toUri().toString().replaceAll("/$", "")));
        await("{'filter': {'field': 'meaning', 'exists': true}}", 9);
        await("{'filter': {'field': 'content', 'exists': true}}", 4);
        await("{'filter': {'field': 'contentProblem', 'exists': true}}", 3);
        awaitMeaning("a parked automobile", "1.txt");
        awaitMeaning("mashed bananas", "2.txt");
        awaitMeaning("a plumber repaired pipes", "6.pdf");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void write(String name, byte[] text) throws IOException {
        Files.write(SERVER.localRoot().resolve(name), text);
    }

    private static void writePdfs() throws IOException {
        write("invoice.pdf", pdf("BT /F1 12 Tf 50 700 Td (The plumber repaired all pipes.) Tj ET"));
        write("scan.pdf", pdf("0 0 100 100 re f"));
        write("broken.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    /** A page, and what draws it. Its table of contents is left for the reader to make. */
    private static byte[] pdf(String operators) {
        return """
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
                  /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %s
                endstream endobj
                trailer <</Root 1 0 R>>
                startxref
                0
                %%%%EOF
                """.formatted(operators.length(), operators).getBytes(StandardCharsets.US_ASCII);
    }

    private static String id(TestServer.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static String integration(boolean strict) {
        return id(SERVER.post(
                ADMIN,
                "/api/v1/integrations",
                "{\"title\":\"here\",\"strictClientOnly\":" + strict + ",\"settings\":{\"type\":\"local\",\"root\":\""
                        + SERVER.localRoot() + "\"}}"));
    }

    private static void register(String where, String integration, String manifest) {
        var job = id(SERVER.post(
                ADMIN,
                "/api/v1/folders/" + where + "/upload-jobs?integration=" + integration + "&ignoreErrors=true",
                manifest));
        SERVER.get(ADMIN, "/api/v1/upload-jobs/" + job + "/events");
    }

    private static JsonNode search(String search) {
        var answer = SERVER.post(ADMIN, "/api/v1/search", search.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void await(String search, int total) {
        var end = Instant.now().plus(PATIENCE);
        for (var found = search(search); found.path("total").asInt() != total; found = search(search)) {
            assertThat(Instant.now()).as("%s", found).isBefore(end);
        }
    }

    /** What an item means is known by its title first, and anew when its content was read. */
    private static void awaitMeaning(String text, String title) {
        var end = Instant.now().plus(PATIENCE);
        while (!titles("{'similar': {'like': [{'text': '" + text + "'}]}}")
                .getFirst()
                .equals(title)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static List<String> titles(String search) {
        return search(search).path("results").findValuesAsText("title");
    }

    @Test
    void textsAreFoundByTheirWords() {
        assertThat(titles("{'filter': {'field': 'content', 'words': 'PARKED automobile'}}"))
                .containsExactly("1.txt");
        assertThat(titles("{'filter': {'words': 'bananas'}}")).containsExactly("2.txt");
        assertThat(titles("{'filter': {'words': '1 parked'}}")).containsExactly("1.txt");
    }

    @Test
    void pdfsAreFoundByTheirWords() {
        assertThat(titles("{'filter': {'field': 'content', 'words': 'plumber pipes'}}"))
                .containsExactly("6.pdf");
        assertThat(titles("{'similar': {'like': [{'text': 'a craftsman who mends the water supply'}]}}"))
                .first()
                .isEqualTo("6.pdf");
    }

    @Test
    void whyNothingCouldBeReadIsCounted() {
        var terms =
                search("{'limit': 0, 'facets': [{'field': 'contentProblem'}]}").at("/facets/0/terms");

        assertThat(terms.findValuesAsText("value"))
                .hasSize(3)
                .contains("The PDF has no words: its pages are pictures, or empty.", "The PDF is damaged.");
    }

    @Test
    void whatStandsBehindTheFirstMebibyteIsNotRead() {
        assertThat(titles("{'filter': {'field': 'content', 'words': 'word'}}")).containsExactly("3.txt");
        assertThat(titles("{'filter': {'words': 'zebra'}}")).isEmpty();
    }

    @Test
    void whatMeansTheSameIsFoundFirst() {
        assertThat(titles("{'similar': {'like': [{'text': 'a car'}], 'most': 3}, 'filter': {'folder': '" + folder
                        + "'}}"))
                .first()
                .isEqualTo("1.txt");
        assertThat(titles("{'similar': {'field': 'meaning', 'like': [{'text': 'cyclist'}]}}"))
                .first()
                .isEqualTo("5.jpg");
        assertThat(titles("{'similar': {'like': [{'text': 'cooking with fruit'}]}}"))
                .first()
                .isEqualTo("2.txt");
    }

    @Test
    void itemsAreComparedByWhatTheySay() {
        var report = search("{'filter': {'words': 'automobile'}}")
                .at("/results/0/id")
                .asText();

        assertThat(titles("{'similar': {'like': [{'item': '" + report + "'}]}}"))
                .hasSize(8)
                .doesNotContain("1.txt");
    }

    @Test
    void anIntegrationThatForbidsReadingIsNotReadAndWhatIsGoneIsNotedOnce() {
        assertThat(titles("{'filter': {'folder': '" + closed + "'}, 'similar': {'like': [{'text': 'x'}]}}"))
                .containsExactly("strict.txt");
        assertThat(SERVER.rows().contents())
                .hasSize(7)
                .anySatisfy(content -> assertThat(content)
                        .contains("4.txt")
                        .contains("1 attempts")
                        .contains("never again"));
    }

    @Test
    void theEncoderOfMeaningIsListed() {
        assertThat(SERVER.get(ADMIN, "/api/v1/search/encoders").body()).hasToString("""
                [{"field":"meaning","dimensions":384,"encoder":"all-minilm-l6-v2-q","kind":"built-in"}]""");
    }
}
