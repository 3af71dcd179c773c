package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.catalog.registry.PostgresFilterPresets;
import io.accession.catalog.registry.PostgresItemCollections;
import io.accession.catalog.registry.PostgresMapStore;
import io.accession.catalog.registry.PostgresSearchScope;
import io.accession.catalog.registry.PostgresVectorStore;
import io.accession.core.curation.FilterPresets;
import io.accession.core.curation.ItemCollections;
import io.accession.core.map.MapStore;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Items;
import io.accession.core.registry.SignedUrls;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.search.Comparisons;
import io.accession.core.search.Search;
import io.accession.core.search.TextEncoders;
import io.accession.search.LuceneIndex;
import io.accession.search.LuceneMaps;
import io.accession.server.http.Operation;
import io.accession.server.rest.CollectionRoutes;
import io.accession.server.rest.ComparisonRoutes;
import io.accession.server.rest.EmbeddingRoutes;
import io.accession.server.rest.IndexRoutes;
import io.accession.server.rest.ItemUrls;
import io.accession.server.rest.ItemUseRoutes;
import io.accession.server.rest.MapRoutes;
import io.accession.server.rest.PresetRoutes;
import io.accession.server.rest.SearchExport;
import io.accession.server.rest.SearchRoutes;
import io.accession.wire.CollectionCalls;
import io.accession.wire.PresetCalls;
import io.accession.wire.PresetItemCalls;
import io.accession.wire.WireRoute;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What finds items again, and keeps what was found, put together. */
final class Finding implements AutoCloseable {

    private final Database database;
    private final MetadataSchemas schemas;
    private final Items items;
    private final Path data;
    private final LuceneIndex index;
    private final MapStore maps;
    private final LuceneMaps mapKeeper;
    private final FilterPresets presets;
    private final ItemCollections collections;
    private final Search search;
    private final Comparisons comparisons;

    Finding(
            Database database,
            Supplier<UUID> ids,
            MetadataSchemas schemas,
            Items items,
            Path data,
            TextEncoders encoders) {
        var jdbi = database.jdbi();
        this.database = database;
        this.schemas = schemas;
        this.items = items;
        this.data = data;
        this.index = new LuceneIndex(
                data.resolve("index"),
                new PostgresChangeFeed(database.background()),
                schemas::current,
                Clock.systemUTC());
        this.maps = new PostgresMapStore(jdbi);
        this.mapKeeper = new LuceneMaps(index, new PostgresMapStore(database.background()), ids.get());
        this.presets = new PostgresFilterPresets(jdbi, ids);
        this.collections = new PostgresItemCollections(jdbi, ids);
        var scope = new PostgresSearchScope(jdbi);
        this.search = new Search(index, index, scope, schemas, presets, items, encoders);
        this.comparisons = new Comparisons(index, scope, schemas, presets, items);
    }

    void start(PrometheusRegistry meters) {
        index.start();
        mapKeeper.start();
        IndexMeters.register(meters, index, Clock.systemUTC());
    }

    List<Operation> operations(Datasets datasets, ItemUrls urls, Supplier<Optional<String>> meaningFault) {
        var vectors = new PostgresVectorStore(database.jdbi());
        return Stream.of(
                        new EmbeddingRoutes(schemas, vectors, data.resolve("spool")).operations(),
                        new MapRoutes(schemas, maps, search).operations(),
                        new IndexRoutes(index, meaningFault, Clock.systemUTC()).operations(),
                        new SearchRoutes(search).operations(),
                        new SearchExport(search, items, urls).operations(),
                        new ComparisonRoutes(comparisons).operations(),
                        new PresetRoutes(presets, search).operations(),
                        new CollectionRoutes(collections, search).operations(),
                        new ItemUseRoutes(items, datasets, collections).operations())
                .flatMap(List::stream)
                .toList();
    }

    List<WireRoute> calls(Integrations integrations, SignedUrls signedUrls) {
        return Stream.of(
                        new PresetCalls(presets).routes(),
                        new CollectionCalls(collections, integrations, signedUrls).routes(),
                        new PresetItemCalls(collections, presets, search).routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        mapKeeper.close();
        index.close();
    }
}
