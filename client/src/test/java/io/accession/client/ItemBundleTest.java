package io.accession.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.MetadataMode;
import io.accession.testkit.http.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemBundleTest {

    private static final String UPDATE = "PATCH /api/v1/items";
    private static final JsonNode METADATA = Json.lenient().createObjectNode().put("a", 1);

    private final ScriptedServer server = new ScriptedServer();
    private final AccessionClient client = AccessionClient.connect(server.address(), "token");

    @BeforeEach
    void start() {
        server.on(UPDATE, 200, "{\"matched\": 9, \"changed\": 7, \"nextPageToken\": null}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** How many items each request had. */
    private List<Integer> portions() throws IOException {
        var portions = new ArrayList<Integer>();
        for (var call : server.calls(UPDATE)) {
            portions.add(Json.lenient().readTree(call.body()).path("items").size());
        }
        return portions;
    }

    @Test
    void updatesGoOutInPortionsAndTheRestAtTheEnd() throws IOException {
        var bundle = client.items().bundle();
        try (bundle) {
            for (int i = 0; i < 2_001; i++) {
                bundle.update(UUID.randomUUID(), METADATA, MetadataMode.MERGE);
            }
        }

        assertThat(portions()).containsExactly(1_000, 1_000, 1);
        assertThat(bundle.sent()).isEqualTo(27);
        assertThat(bundle.changed()).isEqualTo(21);
    }

    @Test
    void aSecondUpdateOfAnItemComesAfterTheFirst() throws IOException {
        var item = UUID.randomUUID();

        try (var bundle = client.items().bundle()) {
            bundle.update(item, METADATA, MetadataMode.MERGE).update(item, METADATA, MetadataMode.REPLACE);
        }

        assertThat(portions()).containsExactly(1, 1);
    }

    @Test
    void largeMetadataGoesOutInSmallerPortions() throws IOException {
        var large = Json.lenient().createObjectNode().put("a", "x".repeat(9 << 20));

        try (var bundle = client.items().bundle()) {
            bundle.update(UUID.randomUUID(), large, MetadataMode.MERGE)
                    .update(UUID.randomUUID(), large, MetadataMode.MERGE)
                    .update(UUID.randomUUID(), METADATA, MetadataMode.MERGE);
        }

        assertThat(portions()).containsExactly(1, 2);
    }

    @Test
    void anEmptyBundleAsksNothing() {
        client.items().bundle().close();

        assertThat(server.calls()).isEmpty();
    }
}
