package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.Secret;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.UrlWriting;
import io.accession.testkit.WritableObjectStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class AzureStoreContractTest extends WritableObjectStoreContract {

    private final OpenedStores stores = Given.stores();
    private Azurite server;
    private StorageIntegration integration;

    @BeforeAll
    void start() throws Exception {
        server = Azurite.start();
        integration = integration(new AzureCredentials.AccountKey(Azurite.KEY));
        server.holdsContainer("fleet", stores.http(integration));
    }

    @AfterAll
    void stop() {
        stores.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return stores.open(integration);
    }

    @Override
    protected String bucket() {
        return "fleet";
    }

    @Override
    protected ObjectLocation absent(String key) {
        return new ObjectLocation(integration.addressing().provider(), server.endpoint(), "fleet", key, null);
    }

    @Test
    void aSignedUrlIsFetchableByAnybody() throws Exception {
        var object = holds("signed/a b+c.txt", "hello".getBytes(StandardCharsets.UTF_8));

        var url = store().sign(object, Duration.ofMinutes(5));

        var direct = stores.open(Given.direct());
        assertThat(direct.read(Given.web(url.toString()), 0, 10).bytes())
                .asString()
                .isEqualTo("hello");
        var forged = url.toString().replace("sp=r", "sp=rw");
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> direct.read(Given.web(forged), 0, 10));
    }

    @Test
    void urlsBelowTheEndpointNameItsObjects() throws Exception {
        var object = holds("deep/a b.txt", new byte[] {1});

        var located = Given.located(server.endpoint() + "/fleet/deep/a%20b.txt", integration.addressing());

        assertThat(located).isEqualTo(object);
        assertThat(UrlWriting.url(object, integration.addressing(), true))
                .contains(server.endpoint() + "/fleet/deep/a%20b.txt");
    }

    @Test
    void aSharedAccessSignatureReadsAndListsButSignsNothing() throws Exception {
        var object = holds("shared-access/k", new byte[] {1, 2, 3});
        var store = stores.open(integration(signature("rl", Instant.now().plusSeconds(600))));

        assertThat(store.read(object, 1, 1).bytes()).containsExactly(2);
        assertThat(store.list("fleet", "shared-access/", "").objects()).hasSize(1);
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.sign(object, Duration.ofMinutes(1)))
                .withMessageContaining("account key or a service principal");
    }

    @Test
    void aSignatureThatMayNotListIsForbiddenToList() {
        var reading = stores.open(integration(signature("r", Instant.now().plusSeconds(600))));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> reading.list("fleet", "", ""))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_FORBIDDEN));
    }

    @Test
    void aWrongKeyIsToldFromAMissingObject() {
        var other = new AzureCredentials.AccountKey(new Secret("d3Jvbmc="));
        var wrong = stores.open(integration(other));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> wrong.read(absent("any"), 0, 10))
                // Azure itself says AuthenticationFailed: see TroubledAzureTest.
                .withMessageContaining("AuthorizationFailure")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aManifestOfAListingNamesTheObjectsThatWereListed(boolean csv, @TempDir Path directory) throws Exception {
        var held = new ArrayList<ObjectLocation>();
        for (String name : MadeManifest.ODD_NAMES) {
            held.add(holds("listed/" + csv + "/" + name, new byte[1]));
        }

        var named = MadeManifest.objects(integration, store(), absent("listed/" + csv + "/"), csv, directory);

        assertThat(named).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void aMissingContainerIsNamed() {
        var elsewhere = Given.located(server.endpoint() + "/nowhere/k", integration.addressing());

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().read(elsewhere, 0, 10))
                .withMessageContaining("nowhere")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }

    @Test
    void aListingThatNobodyRemembersGoesOnAfterAnyKey() throws Exception {
        for (String name : new String[] {"a", "b", "c"}) {
            holds("resumed/" + name, new byte[1]);
        }
        try (var restarted = Given.stores()) {
            var page = restarted.open(integration).list("fleet", "resumed/", "resumed/aa");

            assertThat(page.objects()).extracting(ObjectPage.Listed::key).containsExactly("resumed/b", "resumed/c");
        }
    }

    private StorageIntegration integration(AzureCredentials credentials) {
        return Given.integration(server.settings(credentials), true);
    }

    /** Of the account (Azure Storage REST API, "Create an account SAS"). */
    private static AzureCredentials signature(String permissions, Instant until) {
        var end = until.truncatedTo(ChronoUnit.SECONDS).toString();
        var version = AzureRequest.VERSION;
        var toSign = Azurite.ACCOUNT + "\n" + permissions + "\nb\nco\n\n" + end + "\n\n\n" + version + "\n\n";
        var query = new TreeMap<>(Map.of("sv", version, "ss", "b", "srt", "co", "sp", permissions, "se", end));
        query.put("sig", new AzureKeySignature(Azurite.ACCOUNT, Azurite.KEY.value()).sign(toSign));
        return new AzureCredentials.SharedAccessSignature(new Secret("?" + UrlText.query(query)));
    }
}
