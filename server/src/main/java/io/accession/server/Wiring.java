package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.PostgresJobNotices;
import io.accession.catalog.registry.PostgresAnsweredCalls;
import io.accession.catalog.registry.PostgresChangeFeed;
import io.accession.catalog.registry.PostgresContentStore;
import io.accession.catalog.registry.PostgresDataGroups;
import io.accession.catalog.registry.PostgresDataRows;
import io.accession.catalog.registry.PostgresDatasetRoles;
import io.accession.catalog.registry.PostgresDatasets;
import io.accession.catalog.registry.PostgresFolderQuality;
import io.accession.catalog.registry.PostgresFolders;
import io.accession.catalog.registry.PostgresIntegrations;
import io.accession.catalog.registry.PostgresItemChanges;
import io.accession.catalog.registry.PostgresItemHistory;
import io.accession.catalog.registry.PostgresItemLedger;
import io.accession.catalog.registry.PostgresItems;
import io.accession.catalog.registry.PostgresMetadataSchemas;
import io.accession.catalog.registry.PostgresMigrationStage;
import io.accession.catalog.registry.PostgresViolations;
import io.accession.core.content.ContentAccess;
import io.accession.core.content.ContentReading;
import io.accession.core.content.MeaningReading;
import io.accession.core.domain.TimeOrderedIds;
import io.accession.core.drift.DriftCheck;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.hosted.HostedStorage;
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
import io.accession.core.registry.UserGroups;
import io.accession.core.registry.Users;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.OneTimeCode;
import io.accession.core.sync.SyncedFolders;
import io.accession.core.work.Workers;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.http.Authentication;
import io.accession.server.http.HttpServer;
import io.accession.server.http.HttpSettings;
import io.accession.server.http.Operation;
import io.accession.server.rest.DatasetRoutes;
import io.accession.server.rest.DatasetTarget;
import io.accession.server.rest.DriftRoutes;
import io.accession.server.rest.FolderChangeRoutes;
import io.accession.server.rest.FolderRoutes;
import io.accession.server.rest.IntegrationRoutes;
import io.accession.server.rest.ItemChangeRoutes;
import io.accession.server.rest.ItemRoutes;
import io.accession.server.rest.ItemUpdateRoutes;
import io.accession.server.rest.MigrationRoutes;
import io.accession.server.rest.NotificationRoutes;
import io.accession.server.rest.ObserveRoutes;
import io.accession.server.rest.QualityRoutes;
import io.accession.server.rest.ReencodingRoutes;
import io.accession.server.rest.RoomRoutes;
import io.accession.server.rest.SchemaRoutes;
import io.accession.server.rest.ServiceRoutes;
import io.accession.server.rest.SyncRoutes;
import io.accession.storage.IntegrationCheck;
import io.accession.wire.DataRowQueries;
import io.accession.wire.DatasetCalls;
import io.accession.wire.DatasetQueries;
import io.accession.wire.FolderCalls;
import io.accession.wire.GroupItemCalls;
import io.accession.wire.IntegrationCalls;
import io.accession.wire.ItemCalls;
import io.accession.wire.ItemSummaryCalls;
import io.accession.wire.LegacyProtocol;
import io.accession.wire.LocalUploadCalls;
import io.accession.wire.MigrationCalls;
import io.accession.wire.ReencodingCalls;
import io.accession.wire.ReencodingQueries;
import io.accession.wire.SchemaCalls;
import io.accession.wire.SyncCalls;
import io.accession.wire.UploadCalls;
import io.accession.wire.UploadJobs;
import io.accession.wire.WireProtocol;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How the parts are put together. */
final class Wiring implements AutoCloseable {

    private final ServerConfiguration configuration;
    private final Database database;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final People people;
    private final Folders folders;
    private final Integrations integrations;
    private final Items items;
    private final MetadataSchemas schemas;
    private final ItemChanges changes;
    private final DataGroups dataGroups;
    private final Datasets datasets;
    private final DatasetRoles datasetRoles;
    private final DataRows dataRows;
    private final ObjectAccess objects;
    private final Finding finding;
    private final Rooms rooms;
    private final SyncedFolders synced;
    private final Optional<MeaningReading> meanings;

    /** {@code ownPorts} are those that no object URL may lead to. */
    Wiring(ServerConfiguration configuration, Database database, SealedSecrets vault, Supplier<Set<Integer>> ownPorts) {
        var ids = new TimeOrderedIds(Clock.systemUTC());
        var jdbi = database.jdbi();
        var storage = configuration.storage();
        this.configuration = configuration;
        this.database = database;
        this.people = new People(database, ids, new SecureRandom());
        this.folders = new PostgresFolders(jdbi, ids);
        var rules = new IntegrationRules(storage.localRoots());
        var uploads = HostedStorage.directory(storage.hosted().directory());
        this.integrations = new PostgresIntegrations(jdbi, ids, rules, vault, uploads);
        this.items = new PostgresItems(jdbi);
        this.schemas = new PostgresMetadataSchemas(jdbi, ids);
        this.changes = new PostgresItemChanges(jdbi, configuration.limits().metadataBytes());
        this.dataGroups = new PostgresDataGroups(jdbi, ids);
        this.datasets = new PostgresDatasets(jdbi, ids);
        this.datasetRoles = new PostgresDatasetRoles(jdbi);
        this.dataRows = new PostgresDataRows(jdbi, ids, changes);
        this.objects = new ObjectAccess(configuration, database, ids, vault, integrations, ownPorts);
        this.finding = new Finding(
                database,
                ids,
                schemas,
                items,
                configuration.data(),
                objects.encoders().byField());
        var inBackground = new PostgresIntegrations(database.background(), ids, rules, vault, uploads);
        this.rooms = new Rooms(configuration, database, inBackground, ids);
        this.synced = new SyncedFolders(folders, integrations, objects.stores(), rooms.syncs());
        this.meanings = meanings(database, schemas, objects.encoders().ofMeaning());
    }

    Users users() {
        return people.users();
    }

    UserGroups groups() {
        return people.groups();
    }

    Authentication authentication() {
        return people.authentication();
    }

    /** For a link that signs the built-in administrator in. */
    OneTimeCode signInCode() {
        return people.signIn().invite(users().builtInAdministrator());
    }

    FirstAdministrator firstAdministrator() {
        return people.firstAdministrator();
    }

    /** Lets searches be answered; for processes that answer requests. */
    void startIndex() {
        finding.start(registry);
    }

    Rooms.BackgroundWork startBackgroundWork() {
        var meters = new Meters(registry, database, rooms::longPolls);
        return rooms.start(
                objects.stores(),
                objects.prober(),
                objects.decoder(),
                meters,
                this::removeUnusedUploads,
                this::understanding);
    }

    /** None when nobody looks for what items say or mean. */
    private List<Workers.Round> understanding(ContentAccess access) {
        var rounds = new ArrayList<Workers.Round>();
        if (configuration.search().readsContent()) {
            var jdbi = database.background();
            var contents = new ContentReading(new PostgresChangeFeed(jdbi), new PostgresContentStore(jdbi), access);
            rounds.add(contents::readNext);
        }
        meanings.ifPresent(reading -> rounds.add(reading::readNext));
        return rounds;
    }

    /** Empty when nobody looks for what items mean. */
    private static Optional<MeaningReading> meanings(
            Database database, MetadataSchemas schemas, Optional<TextEncoder> encoder) {
        var jdbi = database.background();
        return encoder.map(found -> new MeaningReading(
                new PostgresChangeFeed(jdbi),
                new PostgresContentStore(jdbi),
                schemas::current,
                found,
                System::nanoTime));
    }

    /** Why the text encoder does not work; empty as long as it does. */
    private Optional<String> meaningFault() {
        return meanings.flatMap(MeaningReading::fault);
    }

    int longPolls() {
        return rooms.longPolls();
    }

    void removeUnusedUploads() {
        objects.removeUnusedUploads();
    }

    HttpServer httpServer() {
        var http = configuration.http();
        long bodyBytes = Math.max(
                configuration.limits().manifestBytes(),
                configuration.storage().hosted().fileBytes());
        return new HttpServer(
                new HttpSettings(http.host(), http.port(), bodyBytes, http.publicUrl()),
                Stream.concat(operations().stream(), objects.files().stream()).toList(),
                wire(),
                legacy(),
                authentication(),
                registry);
    }

    List<Operation> operations() {
        var jdbi = database.jdbi();
        var itemRoutes = new ItemRoutes(items, schemas);
        var drift =
                new DriftCheck(PostgresItemLedger.over(jdbi), integrations::find, objects.stores(), objects.prober());
        return Stream.of(
                        new ServiceRoutes(BuildVersion.text()).operations(),
                        people.operations(configuration.http()),
                        new FolderRoutes(folders, synced).operations(),
                        new FolderChangeRoutes(folders).operations(),
                        new SyncRoutes(synced).operations(),
                        new DriftRoutes(folders, drift).operations(),
                        new QualityRoutes(new PostgresFolderQuality(jdbi), configuration.quality()).operations(),
                        new IntegrationRoutes(integrations, new IntegrationCheck(objects.stores())).operations(),
                        itemRoutes.operations(),
                        new ItemChangeRoutes(items, changes).operations(),
                        new ItemUpdateRoutes(
                                        changes,
                                        new PostgresItemHistory(jdbi),
                                        itemRoutes,
                                        configuration.limits().metadataBytes())
                                .operations(),
                        new MigrationRoutes(migration()).operations(),
                        objects.operations(items),
                        new SchemaRoutes(schemas, rooms.strict(), new PostgresViolations(jdbi, folders)).operations(),
                        finding.operations(datasets, objects.urls(items), this::meaningFault),
                        new DatasetRoutes(datasets, dataRows).operations(),
                        new RoomRoutes(
                                        users(),
                                        folders,
                                        integrations,
                                        rooms.jobs(),
                                        rooms.reception(),
                                        rooms.rehearsal(),
                                        configuration.limits(),
                                        objects.hosted(),
                                        new DatasetTarget(datasets, dataRows),
                                        configuration.http().publicUrl())
                                .operations(),
                        new NotificationRoutes(rooms.jobs(), new PostgresJobNotices(jdbi), Clock.systemUTC())
                                .operations(),
                        new ReencodingRoutes(rooms.reencodings(), users()).operations(),
                        new ObserveRoutes(database::answers, this::meaningFault, registry).operations())
                .flatMap(List::stream)
                .toList();
    }

    WireProtocol wire() {
        int metadataBytes = configuration.limits().metadataBytes();
        var routes = Stream.of(
                        people.calls(),
                        new IntegrationCalls(integrations).routes(),
                        new FolderCalls(folders, synced, metadataBytes).routes(),
                        new SyncCalls(synced, rooms.syncEndings()).routes(),
                        new ReencodingCalls(rooms.reencodings()).routes(),
                        new SchemaCalls(schemas).routes(),
                        finding.calls(integrations, objects.signedUrls()),
                        new ItemCalls(items, changes, integrations, objects.signedUrls(), metadataBytes).routes(),
                        new ItemSummaryCalls(items, datasets, dataGroups).routes(),
                        new GroupItemCalls(dataGroups, metadataBytes).routes(),
                        new MigrationCalls(migration()).routes(),
                        new DatasetCalls(datasets, people.sharing()).routes(),
                        new LocalUploadCalls(objects.hosted()).routes(),
                        new UploadCalls(folders, uploads()).routes())
                .flatMap(List::stream)
                .toList();
        return new WireProtocol(
                users(), new PostgresAnsweredCalls(database.jdbi(), database.background()), Clock.systemUTC(), routes);
    }

    LegacyProtocol legacy() {
        var limits = configuration.limits();
        var routes = Stream.of(
                        new DataRowQueries(
                                        datasets,
                                        dataRows,
                                        changes,
                                        integrations,
                                        objects.signedUrls(),
                                        limits.metadataBytes())
                                .routes(),
                        new DatasetQueries(datasets, datasetRoles, dataRows, folders, uploads()).routes(),
                        new ReencodingQueries(dataRows, rooms.reencodings()).routes())
                .flatMap(List::stream)
                .toList();
        return new LegacyProtocol(
                users(), configuration.http().legacySignatures(), spool(), limits.manifestBytes(), routes);
    }

    private UploadJobs uploads() {
        return new UploadJobs(
                integrations,
                objects.hosted(),
                rooms.reception(),
                rooms.jobs(),
                rooms.endings(),
                configuration.limits(),
                spool());
    }

    private ItemMigration migration() {
        return new ItemMigration(PostgresMigrationStage.over(database.jdbi()), integrations, objects.stores());
    }

    private Path spool() {
        return configuration.data().resolve("spool");
    }

    /** To be closed when nothing runs any more. */
    @Override
    public void close() {
        rooms.endings().close();
        rooms.syncEndings().close();
        finding.close();
        objects.close();
    }
}
