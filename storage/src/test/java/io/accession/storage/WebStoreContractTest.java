package io.accession.storage;

import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.testkit.ObjectStoreContract;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;

class WebStoreContractTest extends ObjectStoreContract {

    private final TroubledServer server = TroubledServer.start();
    private final OpenedStores stores = Given.stores();
    private final ObjectStore store = stores.open(Given.direct());

    @AfterEach
    void close() {
        stores.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected ObjectLocation holds(String key, byte[] bytes) {
        return Given.web(server.answers(path(key), Trouble.none(bytes)));
    }

    @Override
    protected ObjectLocation absent(String key) {
        return Given.web(server.origin() + path(key));
    }

    private static String path(String key) {
        return "/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
