package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.Trouble;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TroubledWebTest extends TroubledStorageTest {

    private final StorageIntegration integration = Given.direct();
    private final ObjectStore store = stores.open(integration);

    @Override
    ObjectStore open(OpenedStores stores) {
        return stores.open(integration);
    }

    @Override
    ObjectLocation object() {
        return Given.web(server.origin() + "/fleet/k?X-Amz-Signature=secret");
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        server.answers("/fleet/there/k2", Trouble.none("hello".getBytes(StandardCharsets.UTF_8)));
        for (String location : new String[] {
            "/fleet/there/k2",
            "there/k2?x=1",
            server.origin() + "/fleet/there/k2",
            "//127.0.0.1:" + server.port() + "/fleet/there/k2#x"
        }) {
            given(Trouble.redirect(location));

            assertThat(store.read(object(), 1, 3).bytes())
                    .as(location)
                    .asString()
                    .isEqualTo("ell");
        }
    }

    @Test
    void redirectsInACircleEnd() {
        given(Trouble.redirect("/fleet/k"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void redirectsToNoWebAddressAreNotFollowed() {
        for (String location :
                new String[] {"file:///etc/passwd", "gopher://x/", "https://user:word@x/", "http://[::1", ""}) {
            given(Trouble.redirect(location));

            assertThat(catchThrowable(() -> store.read(object(), 0, 10)))
                    .as(location)
                    .isInstanceOf(ObjectUnavailableException.class);
        }
    }

    @Test
    void theSignatureOfTheUrlIsSent() throws Exception {
        given(Trouble.none(new byte[1]));

        store.read(object(), 0, 1);

        assertThat(server.asked().getFirst().target()).isEqualTo("/fleet/k?X-Amz-Signature=secret");
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotTalkedToInTheClear() {
        var secure = Given.web("https://127.0.0.1:" + server.port() + "/fleet/k");

        var failure = catchThrowableOfType(ObjectUnavailableException.class, () -> store.read(secure, 0, 10));

        assertThat(failure.failure().code()).isEqualTo(FailureCode.STORAGE_UNREACHABLE);
        assertThat(failure).hasMessageContaining("secure");
    }
}
