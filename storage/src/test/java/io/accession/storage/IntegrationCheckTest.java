package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.Secret;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.IntegrationCheck.Finding;
import io.accession.storage.IntegrationCheck.Outcome;
import io.accession.storage.IntegrationCheck.Wish;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import io.accession.testkit.s3.S3Server;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationCheckTest {

    private static final String ALLOWS = "Access-Control-Allow-Origin: https://label.example\r\n";

    private final OpenedStores stores = Given.stores();
    private final IntegrationCheck check = new IntegrationCheck(stores);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aBucketThatLetsUsDoEverythingIsFineButForCors(@TempDir Path directory) throws Exception {
        var server = S3Server.start(directory, "fleet");
        try {
            var integration = bucket(server.endpoint());
            var object = Given.located("s3://fleet/k", integration.addressing());
            stores.open(integration).write(object, new ByteArrayInputStream(new byte[3]), 3, "text/plain");

            var findings = check.check(integration, new Wish(null, true, "https://label.example"));

            assertThat(outcomes(findings))
                    .containsEntry("list", Outcome.OK)
                    .containsEntry("stat", Outcome.OK)
                    .containsEntry("read", Outcome.OK)
                    .containsEntry("write", Outcome.OK)
                    .containsEntry("sign", Outcome.OK);
            assertThat(stores.open(integration).list("fleet", "", "").objects()).hasSize(1);
        } finally {
            server.close();
        }
    }

    @Test
    void theMissingPermissionIsNamed() {
        try (var server = TroubledServer.start()) {
            for (String path : new String[] {"/fleet", "/fleet/k"}) {
                server.answers(path, Trouble.status(403, "<Error><Code>AccessDenied</Code></Error>"));
            }
            var integration = bucket(server.origin());
            var object = Given.located("s3://fleet/k", integration.addressing());

            var findings = check.check(integration, new Wish(object, true, null));

            assertThat(message(findings, "list"))
                    .contains("s3:ListBucket on bucket fleet")
                    .contains("access key");
            assertThat(message(findings, "read")).contains("s3:GetObject on objects of bucket fleet");
            assertThat(outcomes(findings)).containsEntry("sign", Outcome.FAILED).containsEntry("cors", Outcome.SKIPPED);
        }
    }

    @Test
    void theMissingPermissionOfGoogleIsNamed() {
        try (var server = TroubledServer.start()) {
            server.answers("/token", Trouble.status(200, TroubledGcsTest.TOKEN));
            var refusal = Trouble.status(
                    403, "{\"error\": {\"message\": \"no\", \"errors\": [{\"reason\": \"forbidden\"}]}}");
            for (String path : List.of("", "/k")) {
                server.answers("/storage/v1/b/fleet/o" + path, refusal);
            }
            server.answers("/upload/storage/v1/b/fleet/o", refusal);
            var any = (IntegrationSettings.Gcs)
                    TroubledGcsTest.integration(server.origin(), server.origin() + "/token", true)
                            .settings();
            var integration =
                    Given.integration(new IntegrationSettings.Gcs("fleet", any.endpoint(), any.credentials()), true);
            var object = Given.located("gs://fleet/k", integration.addressing());

            var findings = check.check(integration, new Wish(object, true, null));

            assertThat(message(findings, "list"))
                    .contains("storage.objects.list")
                    .contains("the service account reader@");
            assertThat(message(findings, "read")).contains("storage.objects.get");
            assertThat(message(findings, "write")).contains("storage.objects.create");
        }
    }

    @Test
    void theMissingPermissionOfAzureIsNamed() {
        try (var server = TroubledServer.start()) {
            var refusal = Trouble.status(403, "<Error><Code>AuthorizationPermissionMismatch</Code></Error>");
            server.answers("/fleet", refusal);
            server.answers("/fleet/k", refusal);
            var signature = new AzureCredentials.SharedAccessSignature(new Secret("sv=2022-11-02&sp=w&sig=x"));
            var integration = Given.integration(
                    new IntegrationSettings.Azure("account", "fleet", server.origin(), signature), true);
            var object = Given.located("k", integration.addressing());

            var findings = check.check(integration, new Wish(object, false, null));

            assertThat(message(findings, "list")).contains("l (list) on container fleet");
            assertThat(message(findings, "read")).contains("r (read) on container fleet");
            assertThat(message(findings, "sign")).contains("account key or a service principal");
        }
    }

    @Test
    void whatAListingLacksIsNamedWhoeverAsks() throws Exception {
        try (var server = TroubledServer.start();
                var stores = Given.stores()) {
            server.answers("/fleet", Trouble.status(403, "<Error><Code>AccessDenied</Code></Error>"));
            server.answers("/token", Trouble.status(200, TroubledGcsTest.TOKEN));
            server.answers(
                    "/storage/v1/b/fleet/o",
                    Trouble.status(
                            403, "{\"error\": {\"message\": \"no\", \"errors\": [{\"reason\": \"forbidden\"}]}}"));
            var signature = new AzureCredentials.SharedAccessSignature(new Secret("sv=2022-11-02&sp=w&sig=x"));
            var azure = new IntegrationSettings.Azure("account", "fleet", server.origin(), signature);

            assertThat(refusedToList(stores, bucket(server.origin()))).contains("s3:ListBucket on bucket fleet");
            assertThat(refusedToList(
                            stores, TroubledGcsTest.integration(server.origin(), server.origin() + "/token", true)))
                    .contains("storage.objects.list")
                    .contains("bucket fleet");
            assertThat(refusedToList(stores, Given.integration(azure, true))).contains("l (list) on container fleet");
        }
    }

    private static String refusedToList(OpenedStores stores, StorageIntegration integration) {
        try {
            stores.open(integration).list("fleet", "", "");
            return "listed";
        } catch (ObjectUnavailableException e) {
            return MissingPermission.toList(integration.settings(), "fleet", e);
        }
    }

    @Test
    void theMissingHeaderIsNamed() {
        try (var server = TroubledServer.start()) {
            var url = server.answers("/k", Trouble.none(new byte[3]));

            var findings = check.check(Given.direct(), new Wish(Given.web(url), false, "https://label.example"));

            assertThat(outcomes(findings)).containsEntry("sign", Outcome.OK).containsEntry("cors", Outcome.FAILED);
            assertThat(message(findings, "cors"))
                    .contains("Access-Control-Allow-Origin")
                    .contains("https://label.example");
        }
    }

    @Test
    void anAllowedOriginIsFine() {
        var cors = cors(ALLOWS, "204 No Content", ALLOWS + "Access-Control-Allow-Headers: Range\r\n");

        assertThat(cors.outcome()).as(cors.message()).isEqualTo(Outcome.OK);
    }

    @Test
    void aRefusedPreflightIsToldFromAMissingHeader() {
        assertThat(cors(ALLOWS, "403 Forbidden", "").message())
                .contains("OPTIONS")
                .contains("403");
        assertThat(cors(ALLOWS, "200 OK", ALLOWS).message()).contains("Access-Control-Allow-Headers");
    }

    private Finding cors(String headers, String preflight, String preflightHeaders) {
        try (var server = TroubledServer.start()) {
            var url = server.answers(
                    "/k",
                    (request, connection) -> request.method().equals("OPTIONS")
                            ? Trouble.raw("HTTP/1.1 " + preflight + "\r\n" + preflightHeaders
                                            + "Content-Length: 0\r\n\r\n")
                                    .answer(request, connection)
                            : Trouble.status(200, headers, "x").answer(request, connection));
            return check.check(Given.direct(), new Wish(Given.web(url), false, "https://label.example"))
                    .getLast();
        }
    }

    @Test
    void aLocalDirectoryIsTriedOutAndLeftAsItWas(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("one"), "1");
        var integration = Given.integration(new IntegrationSettings.Local(root), false);

        var findings = check.check(integration, new Wish(null, true, null));

        assertThat(findings)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.OK, Outcome.OK, Outcome.OK, Outcome.OK, Outcome.SKIPPED, Outcome.SKIPPED);
        try (var files = Files.list(root)) {
            assertThat(files).hasSize(1);
        }
    }

    private static StorageIntegration bucket(String endpoint) {
        return Given.integration(new IntegrationSettings.S3("fleet", null, endpoint, true, Given.KEYS), true);
    }

    private static Map<String, Outcome> outcomes(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::name, Finding::outcome));
    }

    private static String message(List<Finding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
