package io.accession.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.api.Folder;
import io.accession.api.NewFolder;
import io.accession.api.ProblemType;
import io.accession.api.Version;
import io.accession.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessionClientTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-0000000000bb");

    private final ScriptedServer server = new ScriptedServer();
    private final AccessionClient client = AccessionClient.connect(server.address(), "secret-token");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRequestCarriesTheToken() {
        server.on("GET /api/v1/version", 200, "{\"name\":\"accession\",\"version\":\"1\"}");

        var version = client.version();

        assertThat(version).isEqualTo(new Version("accession", "1"));
        assertThat(server.calls().getFirst().header("Authorization")).isEqualTo("Bearer secret-token");
    }

    @Test
    void aFolderIsCreated() {
        server.on("POST /api/v1/folders", 201, folder("fleet"));

        var folder = client.folders().create(new NewFolder("fleet", null, null));

        assertThat(folder.id()).isEqualTo(ID);
        assertThat(server.calls().getFirst().body())
                .isEqualTo("{\"name\":\"fleet\",\"parentId\":null,\"description\":null,\"sync\":null}");
    }

    @Test
    void aListingGoesThroughAllPages() {
        server.on("GET /api/v1/folders", 200, "{\"results\":[" + folder("a") + "],\"nextPageToken\":\"t+1\"}")
                .on("GET /api/v1/folders", 200, "{\"results\":[" + folder("b") + "],\"nextPageToken\":null}");

        var names = client.folders().list("x & y").stream().map(Folder::name);

        assertThat(names).containsExactly("a", "b");
        assertThat(server.calls())
                .extracting(call -> call.query())
                .containsExactly("search=x+%26+y&limit=1000", "search=x+%26+y&pageToken=t%2B1&limit=1000");
    }

    @Test
    void aRefusalCarriesItsProblem() {
        server.refuses("DELETE /api/v1/folders/" + ID, 404, """
                {"type":"urn:accession:problem:not-found","title":"Not found","status":404,"detail":"No such folder."}""");

        var refusal = catchThrowableOfType(
                RequestRefusedException.class, () -> client.folders().remove(ID));

        assertThat(refusal).hasMessage("No such folder.");
        assertThat(refusal.type()).contains(ProblemType.NOT_FOUND);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        var address = server.address();
        server.close();

        assertThatThrownBy(client::version)
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessage("The server at " + address + " cannot be reached: nothing accepts connections there.");
    }

    @Test
    void aServerThatHangsUpIsUnreachable() {
        server.on("GET /api/v1/version", call -> {});

        assertThatThrownBy(client::version).isInstanceOf(ServerUnreachableException.class);
    }

    @Test
    void aHostWithoutAddressIsUnreachable() {
        var nowhere = AccessionClient.connect(URI.create("http://nowhere.invalid:7171"), "t");

        assertThatThrownBy(nowhere::version)
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessageContaining("there is no such host");
    }

    @Test
    void anotherServiceIsToldApart() {
        server.on("GET /api/v1/version", call -> call.answer(404, "text/html", "<h1>404</h1>"));

        assertThatThrownBy(client::version)
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("status 404");
    }

    @Test
    void anAnswerThatIsNoJsonIsUnexpected() {
        server.on("GET /api/v1/version", 200, "<html>");

        assertThatThrownBy(client::version).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void anAddressOfAnotherSchemeIsRefusedAtOnce() {
        assertThatThrownBy(() -> AccessionClient.connect(URI.create("ftp://here"), "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ftp://here'");
    }

    @Test
    void failuresComeAsAStream() throws IOException {
        server.on(
                "GET /api/v1/upload-jobs/" + ID + "/failures.csv",
                call -> call.answer(200, "text/csv", "object_url,title\ns3://b/k,é\n"));

        try (var csv = client.jobs().failuresAsCsv(ID)) {
            assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8)).endsWith("s3://b/k,é\n");
        }
    }

    private static String folder(String name) {
        return """
                {"id":"%s","name":"%s","parentId":null,"path":["%s"],"description":null,\
                "createdAt":"2026-01-02T03:04:05Z","role":"admin","clientMetadata":{},\
                "itemCounts":null}""".formatted(ID, name, name);
    }
}
