package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.PostgresJobNotices;
import io.accession.catalog.registry.PostgresAnsweredCalls;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.catalog.registry.PostgresDataGroups;
import io.accession.catalog.registry.PostgresDataRows;
import io.accession.catalog.registry.PostgresDatasetRoles;
import io.accession.catalog.registry.PostgresDatasets;
import io.accession.catalog.registry.PostgresFilterPresets;
import io.accession.catalog.registry.PostgresFolders;
import io.accession.catalog.registry.PostgresHostedObjects;
import io.accession.catalog.registry.PostgresIntegrations;
import io.accession.catalog.registry.PostgresItemChanges;
import io.accession.catalog.registry.PostgresItemCollections;
import io.accession.catalog.registry.PostgresItemHistory;
import io.accession.catalog.registry.PostgresItemLedger;
import io.accession.catalog.registry.PostgresItems;
import io.accession.catalog.registry.PostgresMetadataSchemas;
import io.accession.catalog.registry.PostgresMigrationStage;
import io.accession.catalog.registry.PostgresSearchScope;
import io.accession.catalog.registry.PostgresUserGroups;
import io.accession.catalog.registry.PostgresUsers;
import io.accession.catalog.registry.PostgresVectorStore;
import io.accession.catalog.registry.PostgresViolations;
import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.TimeOrderedIds;
import io.accession.core.drift.DriftCheck;
import io.accession.core.hosted.HostedStorage;
import io.accession.core.hosted.HostedUploads;
import io.accession.core.migrate.ItemMigration;
import io.accession.core.registry.DataGroups;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.DatasetRoles;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.Folders;
import io.accession.core.registry.IntegrationRules;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.Items;
import io.accession.core.registry.SignedUrls;
import io.accession.core.registry.UserGroups;
import io.accession.core.registry.Users;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.search.Search;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.OneTimeCode;
import io.accession.core.sync.SyncedFolders;
import io.accession.core.thumbnail.ThumbnailCache;
import io.accession.core.thumbnail.Thumbnails;
import io.accession.media.FfmpegThumbnailer;
import io.accession.media.FormatProber;
import io.accession.search.LuceneIndex;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.http.Authentication;
import io.accession.server.http.HttpServer;
import io.accession.server.http.HttpSettings;
import io.accession.server.http.Operation;
import io.accession.server.media.MediaRoutes;
import io.accession.server.media.SignedMediaPaths;
import io.accession.server.media.UploadedFiles;
import io.accession.server.rest.CollectionRoutes;
import io.accession.server.rest.DatasetRoutes;
import io.accession.server.rest.DriftRoutes;
import io.accession.server.rest.EmbeddingRoutes;
import io.accession.server.rest.FolderChangeRoutes;
import io.accession.server.rest.FolderRoutes;
import io.accession.server.rest.IndexRoutes;
import io.accession.server.rest.IntegrationRoutes;
import io.accession.server.rest.ItemChangeRoutes;
import io.accession.server.rest.ItemRoutes;
import io.accession.server.rest.ItemUpdateRoutes;
import io.accession.server.rest.ManifestRoutes;
import io.accession.server.rest.MigrationRoutes;
import io.accession.server.rest.NotificationRoutes;
import io.accession.server.rest.ObserveRoutes;
import io.accession.server.rest.PresetRoutes;
import io.accession.server.rest.ReencodingRoutes;
import io.accession.server.rest.RoomRoutes;
import io.accession.server.rest.SchemaRoutes;
import io.accession.server.rest.SearchExport;
import io.accession.server.rest.SearchRoutes;
import io.accession.server.rest.ServiceRoutes;
import io.accession.server.rest.SignedTokenRoutes;
import io.accession.server.rest.SignedUrlRoutes;
import io.accession.server.rest.SyncRoutes;
import io.accession.server.rest.ThumbnailRoutes;
import io.accession.storage.IntegrationCheck;
import io.accession.storage.OpenedStores;
import io.accession.storage.http.OutboundGuard;
import io.accession.storage.inventory.Inventories;
import io.accession.wire.CollectionCalls;
import io.accession.wire.DataRowQueries;
import io.accession.wire.DatasetCalls;
import io.accession.wire.DatasetQueries;
import io.accession.wire.FolderCalls;
import io.accession.wire.GroupCalls;
import io.accession.wire.GroupItemCalls;
import io.accession.wire.IntegrationCalls;
import io.accession.wire.ItemCalls;
import io.accession.wire.ItemSummaryCalls;
import io.accession.wire.LegacyProtocol;
import io.accession.wire.LocalUploadCalls;
import io.accession.wire.MigrationCalls;
import io.accession.wire.PresetCalls;
import io.accession.wire.ReencodingCalls;
import io.accession.wire.ReencodingQueries;
import io.accession.wire.SchemaCalls;
import io.accession.wire.SyncCalls;
import io.accession.wire.UploadCalls;
import io.accession.wire.UploadJobs;
import io.accession.wire.UserCalls;
import io.accession.wire.WireProtocol;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How the parts are put together. */
final class Wiring implements AutoCloseable {

    /** What small pictures may take of the data directory's disk. */
    private static final long THUMBNAIL_BYTES = 1L << 30;

    private final ServerConfiguration configuration;
    private final Database database;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Users users;
    private final Folders folders;
    private final Integrations integrations;
    private final Items items;
    private final SignedMediaPaths media;
    private final HostedUploads hosted;
    private final UploadedFiles uploadedFiles;
    private final UserGroups groups;
    private final MetadataSchemas schemas;
    private final LuceneIndex index;
    private final FilterPresets presets;
    private final Search search;
    private final Supplier<UUID> ids;
    private final ItemChanges changes;
    private final DataGroups dataGroups;
    private final Datasets datasets;
    private final DatasetRoles datasetRoles;
    private final DataRows dataRows;
    private final Rooms rooms;
    private final OpenedStores stores;
    private final FormatProber prober;
    private final FfmpegThumbnailer thumbnailer;
    private final SyncedFolders synced;
    private final People people;

    /** {@code ownPorts} are those that no object URL may lead to. */
    Wiring(ServerConfiguration configuration, Database database, SealedSecrets vault, Supplier<Set<Integer>> ownPorts) {
        var random = new SecureRandom();
        this.ids = new TimeOrderedIds(Clock.systemUTC());
        var jdbi = database.jdbi();
        this.configuration = configuration;
        this.database = database;
        this.users = new PostgresUsers(jdbi, ids, random);
        this.folders = new PostgresFolders(jdbi, ids);
        var hosted = configuration.storage().hosted();
        this.integrations = new PostgresIntegrations(
                jdbi,
                ids,
                new IntegrationRules(configuration.storage().localRoots()),
                vault,
                HostedStorage.directory(hosted.directory()));
        this.media = new SignedMediaPaths(vault.mediaKey(), Clock.systemUTC());
        this.items = new PostgresItems(jdbi);
        this.groups = new PostgresUserGroups(jdbi, ids);
        this.people = new People(database, users, groups, ids, random);
        this.schemas = new PostgresMetadataSchemas(jdbi, ids);
        this.index = new LuceneIndex(
                configuration.data().resolve("index"),
                new PostgresChangeFeed(jdbi),
                schemas::current,
                Clock.systemUTC());
        this.presets = new PostgresFilterPresets(jdbi, ids);
        this.changes = new PostgresItemChanges(jdbi, configuration.limits().metadataBytes());
        this.dataGroups = new PostgresDataGroups(jdbi, ids);
        this.search = new Search(index, new PostgresSearchScope(jdbi), schemas, presets, items);
        this.datasets = new PostgresDatasets(jdbi, ids);
        this.datasetRoles = new PostgresDatasetRoles(jdbi);
        this.dataRows = new PostgresDataRows(jdbi, ids, changes);
        this.stores = new OpenedStores(new OutboundGuard(ownPorts));
        var hostedObjects = new PostgresHostedObjects(jdbi, ids);
        this.hosted = new HostedUploads(
                hostedObjects, new HostedStorage(hosted.integration(), integrations::find), stores, media);
        this.uploadedFiles =
                new UploadedFiles(media, hostedObjects, hosted.directory(), hosted.fileBytes(), Clock.systemUTC());
        this.prober = new FormatProber(configuration.data().resolve("media"));
        this.thumbnailer = new FfmpegThumbnailer(
                configuration.data().resolve("media"), configuration.jobs().framePixels());
        this.rooms = new Rooms(configuration, database, integrations, ids);
        this.synced = new SyncedFolders(folders, integrations, stores, rooms.syncs());
    }

    Users users() {
        return users;
    }

    /** Lets searches be answered; for processes that answer requests. */
    void startIndex() {
        index.start();
        IndexMeters.register(registry, index, Clock.systemUTC());
    }

    Rooms.BackgroundWork startBackgroundWork() {
        return rooms.start(stores, prober, new Meters(registry, database, rooms::longPolls), this::removeUnusedUploads);
    }

    int longPolls() {
        return rooms.longPolls();
    }

    void removeUnusedUploads() {
        hosted.removeUnused();
        uploadedFiles.removeUnfinished();
    }

    HttpServer httpServer() {
        var http = configuration.http();
        return new HttpServer(
                new HttpSettings(http.host(), http.port(), bodyBytes(), http.publicUrl()),
                Stream.of(
                                operations(),
                                new MediaRoutes(media, integrations::find, stores).operations(),
                                uploadedFiles.operations())
                        .flatMap(List::stream)
                        .toList(),
                wire(),
                legacy(),
                authentication(),
                registry);
    }

    Authentication authentication() {
        return people.authentication();
    }

    /** For a link that signs the built-in administrator in. */
    OneTimeCode signInCode() {
        return people.signIn().invite(users.builtInAdministrator());
    }

    FirstAdministrator firstAdministrator() {
        return people.firstAdministrator();
    }

    private long bodyBytes() {
        return Math.max(
                configuration.limits().manifestBytes(),
                configuration.storage().hosted().fileBytes());
    }

    UserGroups groups() {
        return groups;
    }

    WireProtocol wire() {
        var limits = configuration.limits();
        var routes = Stream.of(
                        new UserCalls(users).routes(),
                        new IntegrationCalls(integrations).routes(),
                        new FolderCalls(folders, synced, limits.metadataBytes()).routes(),
                        new SyncCalls(synced, rooms.syncEndings()).routes(),
                        new ReencodingCalls(rooms.reencodings()).routes(),
                        new GroupCalls(groups).routes(),
                        new SchemaCalls(schemas).routes(),
                        new PresetCalls(presets).routes(),
                        new CollectionCalls(
                                        new PostgresItemCollections(database.jdbi(), ids),
                                        presets,
                                        integrations,
                                        new SignedUrls(stores, media))
                                .routes(),
                        new ItemCalls(
                                        items,
                                        changes,
                                        integrations,
                                        new SignedUrls(stores, media),
                                        limits.metadataBytes())
                                .routes(),
                        new ItemSummaryCalls(items, datasets, dataGroups).routes(),
                        new GroupItemCalls(dataGroups, limits.metadataBytes()).routes(),
                        new MigrationCalls(migration()).routes(),
                        new DatasetCalls(datasets, datasetRoles).routes(),
                        new LocalUploadCalls(hosted).routes(),
                        new UploadCalls(folders, uploads()).routes())
                .flatMap(List::stream)
                .toList();
        return new WireProtocol(users, new PostgresAnsweredCalls(database.jdbi()), Clock.systemUTC(), routes);
    }

    LegacyProtocol legacy() {
        var routes = Stream.of(
                        new DataRowQueries(
                                        datasets,
                                        dataRows,
                                        changes,
                                        integrations,
                                        new SignedUrls(stores, media),
                                        configuration.limits().metadataBytes())
                                .routes(),
                        new DatasetQueries(datasets, datasetRoles, dataRows, folders, uploads()).routes(),
                        new ReencodingQueries(dataRows, rooms.reencodings()).routes())
                .flatMap(List::stream)
                .toList();
        return new LegacyProtocol(
                users,
                configuration.http().legacySignatures(),
                configuration.data().resolve("spool"),
                configuration.limits().manifestBytes(),
                routes);
    }

    private UploadJobs uploads() {
        return new UploadJobs(
                integrations,
                hosted,
                rooms.reception(),
                rooms.jobs(),
                rooms.endings(),
                configuration.limits(),
                configuration.data().resolve("spool"));
    }

    List<Operation> operations() {
        var itemRoutes = new ItemRoutes(items, schemas);
        return Stream.of(
                        new ServiceRoutes(BuildVersion.text()).operations(),
                        new FolderRoutes(folders, synced).operations(),
                        new SyncRoutes(synced).operations(),
                        new DriftRoutes(folders, driftCheck()).operations(),
                        new DatasetRoutes(datasets, dataRows).operations(),
                        new MigrationRoutes(migration()).operations(),
                        new FolderChangeRoutes(folders).operations(),
                        new ItemChangeRoutes(items, changes).operations(),
                        new SignedUrlRoutes(
                                        items,
                                        integrations,
                                        new SignedUrls(stores, media),
                                        configuration.http().publicUrl(),
                                        Clock.systemUTC())
                                .operations(),
                        itemRoutes.operations(),
                        new ItemUpdateRoutes(
                                        changes,
                                        new PostgresItemHistory(database.jdbi()),
                                        itemRoutes,
                                        configuration.limits().metadataBytes())
                                .operations(),
                        new SchemaRoutes(schemas, rooms.strict(), new PostgresViolations(database.jdbi(), folders))
                                .operations(),
                        new EmbeddingRoutes(
                                        schemas,
                                        new PostgresVectorStore(database.jdbi()),
                                        configuration.data().resolve("spool"))
                                .operations(),
                        new IndexRoutes(index, Clock.systemUTC()).operations(),
                        new SearchRoutes(search).operations(),
                        new SearchExport(search, items).operations(),
                        new PresetRoutes(presets, search).operations(),
                        new CollectionRoutes(new PostgresItemCollections(database.jdbi(), ids), search).operations(),
                        new IntegrationRoutes(integrations, new IntegrationCheck(stores)).operations(),
                        new ManifestRoutes(
                                        integrations,
                                        stores,
                                        prober,
                                        configuration.limits(),
                                        Inventories.formats(configuration.data().resolve("spool")),
                                        configuration.data().resolve("spool"))
                                .operations(),
                        people.operations(configuration.http()),
                        new ThumbnailRoutes(thumbnails()).operations(),
                        new SignedTokenRoutes(users, Clock.systemUTC()).operations(),
                        new NotificationRoutes(rooms.jobs(), new PostgresJobNotices(database.jdbi()), Clock.systemUTC())
                                .operations(),
                        new RoomRoutes(
                                        users,
                                        folders,
                                        integrations,
                                        rooms.jobs(),
                                        rooms.reception(),
                                        rooms.rehearsal(),
                                        configuration.limits())
                                .operations(),
                        new ReencodingRoutes(rooms.reencodings(), users).operations(),
                        new ObserveRoutes(database::answers, registry).operations())
                .flatMap(List::stream)
                .toList();
    }

    private Thumbnails thumbnails() {
        var cache = new ThumbnailCache(configuration.data().resolve("thumbnails"), THUMBNAIL_BYTES, Clock.systemUTC());
        return new Thumbnails(items, integrations, stores, thumbnailer, cache);
    }

    private DriftCheck driftCheck() {
        return new DriftCheck(PostgresItemLedger.over(database.jdbi()), integrations::find, stores, prober);
    }

    private ItemMigration migration() {
        return new ItemMigration(PostgresMigrationStage.over(database.jdbi()), integrations, stores);
    }

    /** To be closed when nothing runs any more. */
    @Override
    public void close() {
        rooms.endings().close();
        rooms.syncEndings().close();
        index.close();
        try (stores) {
            thumbnailer.close();
            prober.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
