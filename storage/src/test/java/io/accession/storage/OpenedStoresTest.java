package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.integration.StorageIntegration;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedStoresTest {

    private final OpenedStores stores = Given.stores();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void anIntegrationIsOpenedOnce() {
        var integration = Given.direct();

        assertThat(stores.open(integration)).isSameAs(stores.open(integration));
        assertThat(stores.open(Given.direct())).isNotSameAs(stores.open(integration));
    }

    @Test
    void aNewerVersionReplacesTheStoreAndAnOlderOneDoesNot(@TempDir Path root) {
        var first = Given.direct();
        var second = new StorageIntegration(
                first.id(),
                2,
                "Fleet",
                new io.accession.core.integration.IntegrationSettings.Local(root),
                false,
                false,
                Duration.ofHours(1));
        var before = stores.open(first);

        var after = stores.open(second);

        assertThat(after).isNotSameAs(before);
        assertThat(stores.open(first)).isSameAs(after);
    }
}
