package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntegrationsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();
    private static final String INTEGRATIONS = "/api/v1/integrations";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static final String KEY_FILE = """
        {"type": "service_account", "private_key_id": "k", "client_email": "robot@project.iam.gserviceaccount.com", "private_key": "%s"}
        """.formatted(pem()).strip();

    private static String pem() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\\n" + Base64.getEncoder().encodeToString(key)
                    + "\\n-----END PRIVATE KEY-----\\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withKey(String title) {
        return """
            {"title": "%s", "settings": {"type": "s3", "bucket": "fleet", "endpoint": "https://minio.example.org",
             "pathStyle": true, "accessKeyId": "AKIA1", "secretAccessKey": "%s"}}
            """.formatted(title, SECRET);
    }

    private static String local(Path root) {
        return "{\"title\": \"disk\", \"settings\": {\"type\": \"local\", \"root\": \"" + root + "\"}}";
    }

    @Test
    void aSecretIsSealedAndNeverShownAgain() {
        var user = SERVER.newUser("secret@example.org");

        var added = SERVER.post(user, INTEGRATIONS, withKey("minio"));

        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(added.body().at("/settings/accessKeyId").asText()).isEqualTo("AKIA1");
        assertThat(added.body().at("/settings/pathStyle").asBoolean()).isTrue();
        assertThat(added.body().path("signedUrlLifetimeSeconds").asInt()).isEqualTo(3600);
        var id = added.body().path("id").asText();
        for (var answer : new TestServer.Answer[] {
            added, SERVER.get(user, INTEGRATIONS), SERVER.get(user, INTEGRATIONS + "/" + id)
        }) {
            assertThat(new String(answer.response().body(), StandardCharsets.UTF_8))
                    .doesNotContain(SECRET);
        }
        assertThat(SERVER.rows().storedIntegrations()).contains("AKIA1").doesNotContain(SECRET);
    }

    @Test
    void theSecretsOfEveryCloudAreSealedAndNeverShownAgain() {
        var user = SERVER.newUser("clouds@example.org");
        var bodies = List.of("""
            {"title": "gcs", "settings": {"type": "gcs", "bucket": "fleet", "serviceAccountKey": "%s"}}
            """.formatted(KEY_FILE.replace("\\n", "\\\\n").replace("\"", "\\\"")), """
            {"title": "key", "settings": {"type": "azure", "account": "fleet1", "container": "cam", "accountKey": "c2VhbGVk"}}
            """, """
            {"title": "sas", "settings": {"type": "azure", "account": "fleet1", "sharedAccessSignature": "?sv=2022-11-02&sig=c2VhbGVk"}}
            """, """
            {"title": "sp", "settings": {"type": "azure", "account": "fleet1", "tenantId": "t-1", "clientId": "c-1",
             "clientSecret": "c2VhbGVk"}}
            """);
        for (var body : bodies) {
            var added = SERVER.post(user, INTEGRATIONS, body);

            assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
            var shown = SERVER.get(
                    user, INTEGRATIONS + "/" + added.body().path("id").asText());
            assertThat(shown.body().path("settings")).isEqualTo(added.body().path("settings"));
            assertThat(shown.body().toString()).doesNotContain("c2VhbGVk", "PRIVATE KEY");
        }
        assertThat(SERVER.rows().storedIntegrations())
                .contains("robot@project.iam.gserviceaccount.com", "servicePrincipal")
                .doesNotContain("c2VhbGVk", "PRIVATE KEY");
    }

    @Test
    void aRoleGetsAnExternalIdOfOurMaking() {
        var added = SERVER.post(ADMIN, INTEGRATIONS, """
            {"title": "role", "settings": {"type": "s3", "roleArn": "arn:aws:iam::123456789012:role/reader"}}
            """);

        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(added.body().at("/settings/externalId").asText()).hasSizeGreaterThan(20);
    }

    @Test
    void aRoleThatAKeyPairAssumesIsForEverybodyAndKeepsBoth() {
        var user = SERVER.newUser("role@example.org");

        var added = SERVER.post(user, INTEGRATIONS, """
            {"title": "both", "settings": {"type": "s3", "roleArn": "arn:aws:iam::123456789012:role/reader",
             "accessKeyId": "AKIA2", "secretAccessKey": "%s"}}
            """.formatted(SECRET));

        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        var shown = SERVER.get(
                        user, INTEGRATIONS + "/" + added.body().path("id").asText())
                .body();
        assertThat(shown.at("/settings/accessKeyId").asText()).isEqualTo("AKIA2");
        assertThat(shown.at("/settings/roleArn").asText()).endsWith("role/reader");
        assertThat(shown.at("/settings/externalId").asText()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\", \"roleArn\":"
                        + " \"arn:aws:iam::123456789012:role/r\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"gcs\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"azure\", \"account\": \"fleet1\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"local\", \"root\": \"/tmp\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"direct\"}, \"allowPrivateNetwork\": true}",
            })
    void whatReachesFurtherThanTheCallersCredentialsIsForAdministrators(String body) {
        var user = SERVER.newUser(UUID.randomUUID() + "@example.org");

        var answer = SERVER.post(user, INTEGRATIONS, body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(403);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:accession:problem:administrators-only");
    }

    @Test
    void localIntegrationsStayInsideTheConfiguredRoots() throws IOException {
        var inside = Files.createDirectory(SERVER.localRoot().resolve("media"));
        var escape = Files.createSymbolicLink(SERVER.localRoot().resolve("escape"), Path.of("/etc"));

        assertThat(SERVER.post(ADMIN, INTEGRATIONS, local(inside)).status()).isEqualTo(201);
        assertThat(SERVER.post(ADMIN, INTEGRATIONS, local(escape)).status()).isEqualTo(400);
        assertThat(SERVER.post(ADMIN, INTEGRATIONS, local(Path.of("/etc"))).status())
                .isEqualTo(400);
        assertThat(SERVER.post(ADMIN, INTEGRATIONS, local(SERVER.localRoot().resolve("media/../..")))
                        .status())
                .isEqualTo(400);
        assertThat(SERVER.post(ADMIN, INTEGRATIONS, local(Path.of("media"))).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"\", \"settings\": {\"type\": \"direct\"}}",
                "{\"title\": \"t\"}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"ftp\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\", \"accessKeyId\": \"A\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\", \"secretAccessKey\": \"A\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\", \"endpoint\": \"not a url\", \"accessKeyId\":"
                        + " \"A\", \"secretAccessKey\": \"B\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"s3\", \"roleArn\": \"nonsense\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"gcs\", \"serviceAccountKey\": \"no json\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"gcs\", \"serviceAccountKey\": \"{}\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"azure\", \"account\": \"No Account\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"azure\", \"account\": \"fleet1\", \"tenantId\": \"t\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"azure\", \"account\": \"fleet1\", \"accountKey\":"
                        + " \"!\"}}",
                "{\"title\": \"t\", \"settings\": {\"type\": \"direct\"}, \"signedUrlLifetimeSeconds\": 5}",
            })
    void settingsThatDoNotFitAreRefused(String body) {
        var answer = SERVER.post(ADMIN, INTEGRATIONS, body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.body().path("errors")).isNotEmpty();
    }

    @Test
    void aRemovedIntegrationIsGoneWithItsSecret() {
        var id = SERVER.post(ADMIN, INTEGRATIONS, withKey("short-lived"))
                .body()
                .path("id")
                .asText();

        assertThat(SERVER.delete(ADMIN, INTEGRATIONS + "/" + id).status()).isEqualTo(204);

        assertThat(SERVER.get(ADMIN, INTEGRATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(SERVER.delete(ADMIN, INTEGRATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(SERVER.get(ADMIN, INTEGRATIONS + "?search=SHORT-").body().path("results"))
                .isEmpty();
    }

    @Test
    void othersDoNotSeeAnIntegration() {
        var owner = SERVER.newUser("keyholder@example.org");
        var other = SERVER.newUser("stranger@example.org");
        var id = SERVER.post(owner, INTEGRATIONS, withKey("mine"))
                .body()
                .path("id")
                .asText();

        assertThat(SERVER.get(other, INTEGRATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(SERVER.delete(other, INTEGRATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(SERVER.get(other, INTEGRATIONS).body().path("results")).isEmpty();
        assertThat(SERVER.get(owner, INTEGRATIONS).body().path("results")).hasSize(1);
    }

    @Test
    void aCheckSaysWhatWorksAndWhatDoesNot() throws IOException {
        var root = Files.createDirectory(SERVER.localRoot().resolve("checked"));
        Files.writeString(root.resolve("a.txt"), "some bytes to read here");
        var id = SERVER.post(ADMIN, INTEGRATIONS, local(root)).body().path("id").asText();

        var report = SERVER.post(ADMIN, INTEGRATIONS + "/" + id + "/check", "{}")
                .body()
                .path("findings");
        var refused = SERVER.post(ADMIN, INTEGRATIONS + "/" + id + "/check", "{\"sampleUrl\": \"s3://other/x\"}");

        assertThat(report.valueStream()
                        .filter(finding -> finding.path("name").asText().equals("read")))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.path("outcome").asText()).isEqualTo("ok"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/sampleUrl");
    }
}
