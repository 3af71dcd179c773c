package io.accession.storage;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.Secret;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.storage.http.HttpTimeouts;
import io.accession.storage.http.OutboundGuard;
import io.accession.testkit.s3.S3Server;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Integrations and stores as the tests of this module want them. */
final class Given {

    private static final HttpTimeouts IMPATIENT =
            new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3));

    static final S3Credentials KEYS =
            new S3Credentials.KeyPair(S3Server.ACCESS_KEY_ID, new Secret(S3Server.SECRET_ACCESS_KEY));

    private Given() {}

    static OpenedStores stores() {
        return stores(new OutboundGuard(Set::of));
    }

    static OpenedStores stores(OutboundGuard guard) {
        return new OpenedStores(guard);
    }

    /** For servers that say nothing: so that tests of them are short. */
    static OpenedStores impatientStores() {
        return new OpenedStores(
                new OutboundGuard(Set::of), IMPATIENT, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static StorageIntegration integration(IntegrationSettings settings, boolean allowPrivateNetwork) {
        return new StorageIntegration(
                new IntegrationId(UUID.randomUUID()),
                1,
                "Fleet",
                settings,
                false,
                allowPrivateNetwork,
                Duration.ofHours(1));
    }

    static StorageIntegration direct() {
        return integration(new IntegrationSettings.Direct(), true);
    }

    static StorageIntegration s3(@Nullable String endpoint) {
        return integration(new IntegrationSettings.S3(null, null, endpoint, true, KEYS), true);
    }

    static ObjectLocation located(String url, Addressing addressing) {
        return ((Resolution.Located) ObjectUrls.resolve(url, addressing)).location();
    }

    static ObjectLocation web(String url) {
        return located(url, Addressing.direct());
    }
}
