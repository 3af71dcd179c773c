package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.Trouble;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubledAzureTest extends TroubledStorageTest {

    private final StorageIntegration integration = integration(server.origin(), true);
    private final ObjectStore store = stores.open(integration);

    static StorageIntegration integration(String endpoint, boolean allowPrivateNetwork) {
        var key = new AzureCredentials.AccountKey(Azurite.KEY);
        return Given.integration(new IntegrationSettings.Azure("account", null, endpoint, key), allowPrivateNetwork);
    }

    @Override
    ObjectStore open(OpenedStores stores) {
        return stores.open(integration);
    }

    @Override
    ObjectLocation object() {
        return Given.located(server.origin() + "/fleet/k", integration.addressing());
    }

    // https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes and …/common-rest-api-error-codes
    @ParameterizedTest
    @CsvSource({
        "400, InvalidQueryParameterValue, OBJECT_FORBIDDEN",
        "401, NoAuthenticationInformation, STORAGE_CREDENTIALS_REFUSED",
        "401, InvalidAuthenticationInfo, STORAGE_CREDENTIALS_REFUSED",
        "403, AuthenticationFailed, STORAGE_CREDENTIALS_REFUSED",
        "403, AccountIsDisabled, STORAGE_CREDENTIALS_REFUSED",
        "403, AuthorizationFailure, OBJECT_FORBIDDEN",
        "403, AuthorizationPermissionMismatch, OBJECT_FORBIDDEN",
        "403, AuthorizationResourceTypeMismatch, STORAGE_CREDENTIALS_REFUSED",
        "403, AuthorizationServiceMismatch, STORAGE_CREDENTIALS_REFUSED",
        "403, AuthorizationSourceIPMismatch, STORAGE_CREDENTIALS_REFUSED",
        "403, AuthorizationProtocolMismatch, STORAGE_CREDENTIALS_REFUSED",
        "403, KeyBasedAuthenticationNotPermitted, STORAGE_CREDENTIALS_REFUSED",
        "403, InsufficientAccountPermissions, OBJECT_FORBIDDEN",
        "404, BlobNotFound, OBJECT_NOT_FOUND",
        "404, ContainerNotFound, OBJECT_NOT_FOUND",
        "409, PublicAccessNotPermitted, STORAGE_CREDENTIALS_REFUSED",
        "409, BlobArchived, OBJECT_FORBIDDEN",
        "500, InternalError, STORAGE_UNREACHABLE",
        "500, OperationTimedOut, STORAGE_UNREACHABLE",
        "503, ServerBusy, STORAGE_UNREACHABLE"
    })
    void errorsOfTheProtocolAreUnderstood(int status, String code, FailureCode expected) {
        given(Trouble.status(status, "Content-Type: application/xml\r\n", error(code, "secret details")));
        assertFails(expected, 0, 10);

        given(Trouble.status(status, "x-ms-error-code: " + code + "\r\n", ""));
        assertFails(expected, 0, 10);
    }

    @Test
    void aSignatureThatHasExpiredIsTold() {
        given(Trouble.status(
                403,
                error(
                        "AuthenticationFailed",
                        "Signature not valid in the specified time frame: Start [Tue] - Expiry [Wed]")));

        assertTold("expired");
    }

    @Test
    void aClockThatIsWrongIsToldByHowMuch() {
        var theirs = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(31));
        given(Trouble.status(
                403,
                "Date: " + theirs + "\r\n",
                error("AuthenticationFailed", "Request date header too old: 'Sun, 22 Nov 2026 10:00:00 GMT'")));

        assertTold("30 min behind");
    }

    @Test
    void keysGoOverTheWireAsTheyAre() {
        var awkward = new ObjectLocation(
                integration.addressing().provider(), server.origin(), "fleet", "../a//./b%20 c+", null);

        assertThatExceptionOfType(ObjectUnavailableException.class).isThrownBy(() -> store.read(awkward, 0, 10));

        assertThat(server.asked().getFirst().target()).isEqualTo("/fleet/../a//./b%2520%20c%2B");
    }

    @Test
    void aDocumentWithATypeIsNoListing() {
        server.answers(
                "/fleet", Trouble.status(200, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.list("fleet", "", ""))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_MISBEHAVED));
    }

    private void assertTold(String hint) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.read(object(), 0, 10))
                .withMessageContaining(hint)
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
    }

    private static String error(String code, String detail) {
        return "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code
                + "</Code><Message>Server failed to authenticate the request.\nRequestId:1\nTime:2</Message>"
                + "<AuthenticationErrorDetail>" + detail + "</AuthenticationErrorDetail></Error>";
    }
}
