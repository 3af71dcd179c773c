package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class NotificationsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final String TRUSTED = """
            {"images": [
              {"objectUrl": "https://files.example.org/1.jpg",
               "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 10, "width": 4, "height": 3}}]}
            """;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String id(TestServer.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    /** Starts a job and waits for its end. */
    private static String endedJob(String user) {
        var folder = id(SERVER.post(user, "/api/v1/folders", "{\"name\":\"bell\"}"));
        var integration =
                id(SERVER.post(user, "/api/v1/integrations", "{\"title\":\"web\",\"settings\":{\"type\":\"direct\"}}"));
        var job =
                id(SERVER.post(user, "/api/v1/folders/" + folder + "/upload-jobs?integration=" + integration, TRUSTED));
        assertThat(SERVER.get(user, "/api/v1/upload-jobs/" + job + "/events").status())
                .isEqualTo(200);
        return job;
    }

    private static JsonNode notifications(String user) {
        return SERVER.get(user, NOTIFICATIONS).body();
    }

    @Test
    void anEndedJobIsUnseenUntilItWasSeen() {
        var user = SERVER.newUser("bell@example.org");
        var job = endedJob(user);

        var told = notifications(user);
        var seen = SERVER.post(
                user,
                NOTIFICATIONS + "/seen",
                "{\"until\":\"" + told.at("/ended/0/endedAt").asText() + "\"}");

        assertThat(told.path("unseen").asInt()).isEqualTo(1);
        assertThat(told.path("running")).isEmpty();
        assertThat(told.at("/ended/0/id").asText()).isEqualTo(job);
        assertThat(told.at("/ended/0/counts/registered").asInt()).isEqualTo(1);
        assertThat(seen.status()).isEqualTo(204);
        assertThat(notifications(user).path("unseen").asInt()).isZero();
        assertThat(notifications(user).path("ended")).hasSize(1);
    }

    @Test
    void whatEndsLaterIsUnseenWhateverTheSenderSaysOfTheFuture() {
        var user = SERVER.newUser("future@example.org");
        SERVER.post(user, NOTIFICATIONS + "/seen", "{\"until\":\"2999-01-01T00:00:00Z\"}");

        endedJob(user);

        assertThat(notifications(user).path("unseen").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyHearsOfOthersJobs() {
        var user = SERVER.newUser("curious@example.org");
        endedJob(SERVER.newUser("busy@example.org"));

        assertThat(notifications(user).path("ended")).isEmpty();
    }

    @Test
    void eventsTellOfAJobThatEnds() throws Exception {
        var user = SERVER.newUser("listener@example.org");
        try (var client = HttpClient.newHttpClient();
                var events = events(client, user)) {
            assertThat(next(events).path("ended")).isEmpty();

            var job = endedJob(user);

            var told = next(events);
            while (told.path("ended").isEmpty()) {
                told = next(events);
            }
            assertThat(told.at("/ended/0/id").asText()).isEqualTo(job);
            assertThat(told.path("unseen").asInt()).isEqualTo(1);
        }
    }

    private static BufferedReader events(HttpClient client, String user) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + SERVER.port() + NOTIFICATIONS + "/events"))
                .header("Authorization", "Bearer " + user)
                .build();
        var body =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static JsonNode next(BufferedReader events) throws IOException {
        var line = events.readLine();
        while (!line.startsWith("data: ")) {
            line = events.readLine();
        }
        return TestServer.json(line.substring("data: ".length()));
    }
}
