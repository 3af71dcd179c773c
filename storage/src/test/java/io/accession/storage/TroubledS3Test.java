package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.Secret;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.Trouble;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubledS3Test extends TroubledStorageTest {

    private final StorageIntegration integration = Given.s3(server.origin());
    private final ObjectStore store = stores.open(integration);

    @Override
    ObjectStore open(OpenedStores stores) {
        return stores.open(integration);
    }

    @Override
    ObjectLocation object() {
        return Given.located("s3://fleet/k", integration.addressing());
    }

    // Error bodies as in the Amazon S3 API reference.
    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, OBJECT_FORBIDDEN",
        "403, InvalidAccessKeyId, STORAGE_CREDENTIALS_REFUSED",
        "403, SignatureDoesNotMatch, STORAGE_CREDENTIALS_REFUSED",
        "400, ExpiredToken, STORAGE_CREDENTIALS_REFUSED",
        "400, InvalidToken, STORAGE_CREDENTIALS_REFUSED",
        "403, RequestTimeTooSkewed, STORAGE_CREDENTIALS_REFUSED",
        "403, InvalidObjectState, OBJECT_FORBIDDEN",
        "404, NoSuchKey, OBJECT_NOT_FOUND",
        "404, NoSuchBucket, OBJECT_NOT_FOUND",
        "404, NoSuchVersion, OBJECT_NOT_FOUND",
        "503, SlowDown, STORAGE_UNREACHABLE",
        "500, InternalError, STORAGE_UNREACHABLE",
        "400, RequestTimeout, STORAGE_UNREACHABLE",
        "301, PermanentRedirect, STORAGE_MISBEHAVED",
        "400, KeyTooLongError, OBJECT_FORBIDDEN"
    })
    void errorsOfTheProtocolAreUnderstood(int status, String code, FailureCode expected) {
        given(Trouble.status(status, "Content-Type: application/xml\r\n", error(code)));

        assertFails(expected, 0, 10);
    }

    @Test
    void aBucketInAnotherRegionIsAskedForThereOnce() throws Exception {
        given((request, connection) -> {
            boolean there = request.header("authorization").contains("/eu-central-1/s3/");
            return (there
                            ? Trouble.none(new byte[] {1, 2, 3})
                            : Trouble.status(301, "x-amz-bucket-region: eu-central-1\r\n", error("PermanentRedirect")))
                    .answer(request, connection);
        });

        assertThat(store.read(object(), 1, 2).bytes()).containsExactly(2, 3);
        assertThat(store.stat(object()).bytes()).isEqualTo(3);
        assertThat(server.asked()).hasSize(3);
        assertThat(store.sign(object(), Duration.ofMinutes(1)).toString()).contains("eu-central-1");
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    @Test
    void aRoleIsAssumedByItsKeyPairWithOurExternalId() throws Exception {
        var bodies = new ArrayList<String>();
        server.answers("/", (request, connection) -> {
            bodies.add(request.header("authorization"));
            return Trouble.status(200, "Content-Type: text/xml\r\n", """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>token</SessionToken>
                <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
                """).answer(request, connection);
        });
        given(Trouble.none(new byte[] {1, 2, 3}));
        var role = stores.open(Given.integration(role(), true));

        assertThat(role.read(object(), 1, 2).bytes()).containsExactly(2, 3);

        assertThat(bodies).singleElement().asString().contains("Credential=AKIAKEY/");
        assertThat(server.asked().getLast().header("authorization")).contains("Credential=ASIAROLE/");
        assertThat(server.asked().getLast().header("x-amz-security-token")).isEqualTo("token");
    }

    @Test
    void aRoleThatMayNotBeAssumedPointsToItsTrustPolicy() {
        server.answers(
                "/", Trouble.status(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>"));
        var role = stores.open(Given.integration(role(), true));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> role.read(object(), 1, 2))
                .withMessageContaining("external id")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
    }

    @Test
    void aClockThatIsWrongIsToldByHowMuch() {
        var theirs = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(20));
        given(Trouble.status(403, "Date: " + theirs + "\r\n", error("RequestTimeTooSkewed")));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.read(object(), 0, 10))
                .withMessageContaining("20 min ahead of");
    }

    @Test
    void aBucketThatIsAlwaysElsewhereIsGivenUp() {
        given(Trouble.status(301, "x-amz-bucket-region: eu-central-1\r\n", error("PermanentRedirect")));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void keysGoOverTheWireAsTheyAre() {
        var awkward = Given.located("s3://fleet/../a//./b%20 c+", integration.addressing());

        assertThatExceptionOfType(ObjectUnavailableException.class).isThrownBy(() -> store.read(awkward, 0, 10));

        assertThat(server.asked().getFirst().target()).isEqualTo("/fleet/../a//./b%2520%20c%2B");
    }

    private IntegrationSettings.S3 role() {
        var keys = new S3Credentials.KeyPair("AKIAKEY", new Secret("very-secret"));
        var role = new S3Credentials.Role("arn:aws:iam::123456789012:role/reader", "external-1", keys);
        return new IntegrationSettings.S3(null, "RegionOne", server.origin(), true, role);
    }

    private static String error(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                + "</Code><Message>secret"
                + " details</Message><Resource>/fleet/k</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>";
    }
}
