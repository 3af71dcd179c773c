package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.Trouble;
import java.time.Duration;
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

    private static String error(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                + "</Code><Message>secret details</Message><Resource>/fleet/k</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>";
    }
}
