package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class JobsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String JOBS = "/api/v1/upload-jobs/";
    private static final String LAST_EVENT = "event: ended\ndata: ";
    private static final String TRUSTED = """
            {"images": [
              {"objectUrl": "https://files.example.org/1.jpg",
               "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 10, "width": 4, "height": 3}},
              {"objectUrl": 7}],
             "skip_duplicate_urls": true}
            """;

    private final String folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"jobs\"}"));
    private final String integration =
            id(SERVER.post(ADMIN, "/api/v1/integrations", "{\"title\":\"web\",\"settings\":{\"type\":\"direct\"}}"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private String upload(String what, String query) {
        return "/api/v1/folders/" + folder + "/" + what + "?integration=" + integration + query;
    }

    private JsonNode itemCounts() {
        return SERVER.get(ADMIN, "/api/v1/folders/" + folder).body().path("itemCounts");
    }

    private static String text(Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    /** Follows the events to the last one, which is the job's end. */
    private static JsonNode ended(String job) {
        var events = text(SERVER.get(ADMIN, JOBS + job + "/events"));
        assertThat(events).contains(LAST_EVENT);
        return TestServer.json(events.substring(events.lastIndexOf(LAST_EVENT) + LAST_EVENT.length()));
    }

    @Test
    void aTolerantJobRegistersWhatIsSoundAndReportsTheRest() {
        var job = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true"), TRUSTED));

        var ended = ended(job);

        assertThat(ended.path("state").asText()).isEqualTo("DONE");
        assertThat(ended.at("/counts/registered").asInt()).isEqualTo(1);
        assertThat(ended.at("/counts/failed").asInt()).isEqualTo(1);
        assertThat(ended.path("createdBy").asText()).isEqualTo("admin@localhost");
        assertThat(itemCounts().path("image").asInt()).isEqualTo(1);
    }

    @Test
    void failuresAreListedAndGivenAsCsvAndAsAManifest() {
        var job = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true"), TRUSTED));
        ended(job);

        var failures = SERVER.get(ADMIN, JOBS + job + "/failures").body().path("results");
        var csv = text(SERVER.get(ADMIN, JOBS + job + "/failures.csv"));
        var manifest = TestServer.json(text(SERVER.get(ADMIN, JOBS + job + "/failed-manifest")));

        assertThat(failures).hasSize(1);
        assertThat(failures.at("/0/jsonPointer").asText()).isEqualTo("/images/1");
        assertThat(csv)
                .startsWith("object_url,title,item_type,json_pointer,line,column,code,")
                .contains(",image,/images/1,4,");
        assertThat(manifest)
                .isEqualTo(
                        TestServer.json(
                                "{\"skip_duplicate_urls\": true, \"upsert_metadata\": false, \"images\": [{\"objectUrl\": 7}]}"));
    }

    @Test
    void anAtomicJobWithOneBadEntryLeavesNoItemBehind() {
        var job = id(SERVER.post(ADMIN, upload("upload-jobs", ""), TRUSTED));

        assertThat(ended(job).path("state").asText()).isEqualTo("ERROR");
        assertThat(itemCounts()).isEmpty();
    }

    @Test
    void aPlanTellsWhatWouldHappenAndChangesNothing() {
        var plan = SERVER.post(ADMIN, upload("upload-plans", ""), TRUSTED);

        assertThat(plan.status()).as("%s", plan.body()).isEqualTo(200);
        assertThat(plan.body().path("new").asInt()).isEqualTo(1);
        assertThat(plan.body().path("invalid").asInt()).isEqualTo(1);
        assertThat(plan.body().at("/problems/0/pointer").asText()).isEqualTo("/images/1");
        assertThat(itemCounts()).isEmpty();
        assertThat(SERVER.get(ADMIN, "/api/v1/upload-jobs?folder=" + folder)
                        .body()
                        .path("results"))
                .isEmpty();
    }

    @Test
    void aManifestThatCannotBeReadNamesThePlace() {
        var refused = SERVER.post(ADMIN, upload("upload-jobs", ""), "{\"images\": [}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("type").asText()).isEqualTo("urn:accession:problem:manifest-invalid");
        assertThat(refused.body().path("line").asInt()).isEqualTo(1);
        assertThat(refused.body().path("column").asInt()).isEqualTo(13);
    }

    @Test
    void jobsAreListedTheNewestFirstAndFoundByPartOfTheirFileName() {
        var first = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true&fileName=Night_1.json"), TRUSTED));
        var second = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true&fileName=night_2.json"), TRUSTED));
        var list = "/api/v1/upload-jobs?limit=1&search=NIGHT_&folder=" + folder;

        var page = SERVER.get(ADMIN, list).body();
        var next = SERVER.get(
                        ADMIN, list + "&pageToken=" + page.path("nextPageToken").asText())
                .body();

        assertThat(page.at("/results/0/id").asText()).isEqualTo(second);
        assertThat(next.at("/results/0/id").asText()).isEqualTo(first);
        assertThat(next.path("nextPageToken").isNull()).isTrue();
    }

    @Test
    void cancellingAJobThatHasEndedChangesNothing() {
        var job = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true"), TRUSTED));
        ended(job);

        var cancelled = SERVER.post(ADMIN, JOBS + job + "/cancel", "");

        assertThat(cancelled.body().path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void othersSeeNothingOfAJobAndCannotRegisterIntoTheFolder() {
        var other = SERVER.newUser(UUID.randomUUID() + "@example.org");
        var job = id(SERVER.post(ADMIN, upload("upload-jobs", "&ignoreErrors=true"), TRUSTED));

        assertThat(SERVER.get(other, JOBS + job).status()).isEqualTo(404);
        assertThat(SERVER.get(other, JOBS + job + "/events").status()).isEqualTo(404);
        assertThat(SERVER.get(other, JOBS + job + "/failures.csv").status()).isEqualTo(404);
        assertThat(SERVER.post(other, JOBS + job + "/cancel", "").status()).isEqualTo(404);
        assertThat(SERVER.get(other, "/api/v1/upload-jobs").body().path("results"))
                .isEmpty();
        assertThat(SERVER.post(other, upload("upload-jobs", ""), TRUSTED).status())
                .isEqualTo(404);
        assertThat(SERVER.get(ADMIN, JOBS + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
