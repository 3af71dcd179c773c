package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.MapPoints;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapStore;
import io.accession.core.registry.AccessRules;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.search.MapKey;
import io.accession.core.search.Search;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** Maps of embeddings: how they are, and their points. */
public final class MapRoutes {

    /** The points of an answer are in memory until the last was sent: 28 MB for a million. */
    private static final int ANSWERS_AT_ONCE = 4;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final MetadataSchemas schemas;
    private final MapStore maps;
    private final Search search;
    private final Semaphore answers = new Semaphore(ANSWERS_AT_ONCE);

    public MapRoutes(MetadataSchemas schemas, MapStore maps, Search search) {
        this.schemas = schemas;
        this.maps = maps;
        this.search = search;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/embeddings/{key}/map", this::read),
                Operation.post("/api/v1/embeddings/{key}/map", this::compute),
                Operation.post("/api/v1/embeddings/{key}/map/points", this::points));
    }

    private EmbeddingKey key(Call call) {
        var key = call.path("key");
        return key.equals(MapKey.MEANING.key()) ? MapKey.MEANING : EmbeddingKey.of(schemas.current(), key);
    }

    private EmbeddingMap map(EmbeddingKey key) {
        return maps.find(key.key()).orElseGet(() -> EmbeddingMap.none(key.key()));
    }

    private void read(Call call) throws IOException {
        var key = key(call);
        call.answer(shown(map(key), search.countPoints(call.asking(), key)));
    }

    private void compute(Call call) throws IOException {
        AccessRules.requireAdministrator(call.asking(), "have maps computed");
        var key = key(call);
        var map = maps.compute(call.asking(), key.key());
        call.answer(Status.ACCEPTED_202, shown(map, search.countPoints(call.asking(), key)));
    }

    private static io.accession.api.EmbeddingMap shown(EmbeddingMap map, long points) {
        var bounds = map.bounds();
        return new io.accession.api.EmbeddingMap(
                map.key(),
                map.state().name().toLowerCase(Locale.ROOT),
                map.version(),
                points,
                map.computedAt(),
                map.isWanted() ? new io.accession.api.EmbeddingMap.Progress(map.progress(), EmbeddingMap.WHOLE) : null,
                bounds == null
                        ? null
                        : new io.accession.api.EmbeddingMap.Bounds(
                                bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()),
                map.fault());
    }

    private void points(Call call) throws IOException {
        var key = key(call);
        var selection = call.body(JsonNode.class).toString();
        if (!answers.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "The server sends points to " + ANSWERS_AT_ONCE + " others already.", RETRY_AFTER_SECONDS));
        }
        try {
            var found = search.points(call.asking(), key, selection);
            if (found.version() == 0 && map(key).version() > 0) {
                throw new RegistryException(
                        new RegistryError.Unavailable("The server is reading the map. Try again in a moment."));
            }
            var points = new MapPoints(found.version(), found.coordinates(), found.ids(), found.frames());
            call.set(HeaderNames.CONTENT_TYPE, MapPoints.MEDIA_TYPE);
            try (var out = call.stream(Status.OK_200, points.bytes())) {
                points.write(out);
            }
        } finally {
            answers.release();
        }
    }
}
