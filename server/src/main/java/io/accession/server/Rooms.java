package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.PostgresChunkStore;
import io.accession.catalog.PostgresDecidedJobs;
import io.accession.catalog.PostgresJobIntake;
import io.accession.catalog.PostgresJobs;
import io.accession.catalog.PostgresKeptEntries;
import io.accession.catalog.PostgresLeftovers;
import io.accession.catalog.PostgresMeasuringQueue;
import io.accession.catalog.PostgresReencodingQueue;
import io.accession.catalog.PostgresReencodings;
import io.accession.catalog.PostgresRenderQueue;
import io.accession.catalog.PostgresSliceQueue;
import io.accession.catalog.PostgresSyncQueue;
import io.accession.catalog.PostgresSyncRuns;
import io.accession.catalog.PostgresUnitQueue;
import io.accession.catalog.WorkSignal;
import io.accession.catalog.registry.PostgresStrictMetadata;
import io.accession.core.content.ContentAccess;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.JobId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.Jobs;
import io.accession.core.job.Retention;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.media.MediaProber;
import io.accession.core.plan.Rehearsal;
import io.accession.core.plan.SlicePlanning;
import io.accession.core.probe.UnitProbing;
import io.accession.core.promote.AtomicPromotion;
import io.accession.core.promote.Promotion;
import io.accession.core.quality.ItemMeasuring;
import io.accession.core.quality.PictureDecoder;
import io.accession.core.receive.Reception;
import io.accession.core.reencode.ItemReencoding;
import io.accession.core.reencode.Reencodings;
import io.accession.core.registry.Integrations;
import io.accession.core.render.LeftoverRemoval;
import io.accession.core.render.UnitRendering;
import io.accession.core.schema.StrictMetadata;
import io.accession.core.settle.JobSettlement;
import io.accession.core.sync.FolderSyncing;
import io.accession.core.sync.SyncRunId;
import io.accession.core.sync.SyncRuns;
import io.accession.core.work.Bell;
import io.accession.core.work.Endings;
import io.accession.core.work.Workers;
import io.accession.media.FfmpegReencoder;
import io.accession.media.FfmpegRenderer;
import io.accession.media.PlainTextReader;
import io.accession.media.words.PdfTextReader;
import io.accession.server.configuration.JobConfiguration;
import io.accession.server.configuration.QualityConfiguration;
import io.accession.server.configuration.ServerConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rooms that a manifest walks through, put together. */
final class Rooms {

    /** Syncs that are listed at once; listing waits for storages most of its time. */
    private static final int SYNCERS = 2;

    private final Database database;
    private final ManifestLimits limits;
    private final JobConfiguration workforce;
    private final QualityConfiguration quality;
    private final Path media;
    private final Path rendering;
    private final Path reading;
    private final String renderedPrefix;
    private final Integrations integrations;
    private final PostgresSliceQueue slices;
    private final StrictMetadata strict;
    private final Jobs jobs;
    private final Reception reception;
    private final Bell bell = new Bell();
    private final Endings<JobId> endings;
    private final Endings<SyncRunId> syncEndings;
    private final SyncRuns syncs;
    private final Reencodings reencodings;

    /** {@code integrations} are asked by background work. */
    Rooms(ServerConfiguration configuration, Database database, Integrations integrations, Supplier<UUID> ids) {
        this.database = database;
        this.limits = configuration.limits();
        this.workforce = configuration.jobs();
        this.quality = configuration.quality();
        this.media = configuration.data().resolve("media");
        this.rendering = configuration.data().resolve("rendering");
        this.reading = configuration.data().resolve("reading");
        this.renderedPrefix = configuration.storage().renderedPrefix();
        this.integrations = integrations;
        this.strict = new PostgresStrictMetadata(database.jdbi());
        this.slices = new PostgresSliceQueue(database.jdbi());
        this.jobs = new PostgresJobs(database.jdbi());
        this.endings = new Endings<>(jobs::listEnded, bell);
        this.reencodings = new PostgresReencodings(database.jdbi(), integrations, ids);
        this.reception = new Reception(
                limits,
                configuration.data().resolve("spool"),
                new PostgresJobIntake(database.jdbi()),
                ids,
                Clock.systemUTC());
        this.syncs = new PostgresSyncRuns(database.jdbi(), ids);
        this.syncEndings = new Endings<>(syncs::listEnded, bell);
    }

    Jobs jobs() {
        return jobs;
    }

    Endings<JobId> endings() {
        return endings;
    }

    /** Calls that wait for the end of a job or a sync. */
    int longPolls() {
        return endings.waiting() + syncEndings.waiting();
    }

    Endings<SyncRunId> syncEndings() {
        return syncEndings;
    }

    Reception reception() {
        return reception;
    }

    SyncRuns syncs() {
        return syncs;
    }

    Reencodings reencodings() {
        return reencodings;
    }

    StrictMetadata strict() {
        return strict;
    }

    Rehearsal rehearsal() {
        return new Rehearsal(reception, slices, strict, limits);
    }

    /**
     * Starts the background work; {@code stores}, {@code prober} and {@code decoder} stay open until it is closed; {@code hosted} removes unused
     * uploads, {@code understanding} are the rounds that find out what items say.
     */
    BackgroundWork start(
            ObjectStores stores,
            MediaProber prober,
            PictureDecoder decoder,
            Meters meters,
            Runnable hosted,
            Function<ContentAccess, List<Workers.Round>> understanding) {
        var jdbi = database.background();
        var planning = new SlicePlanning(
                new PostgresSliceQueue(jdbi), this::integration, new PostgresStrictMetadata(jdbi), limits);
        var promotion = new Promotion(new PostgresChunkStore(jdbi), this::integration);
        var units = new PostgresUnitQueue(jdbi, limits);
        var probing = new UnitProbing(units, this::integration, stores, prober, chunk -> {
            promotion.promote(chunk);
            meters.count(chunk);
        });
        var rendering = new UnitRendering(
                new PostgresRenderQueue(jdbi, limits),
                this::integration,
                stores,
                new FfmpegRenderer(media, this.rendering, workforce.framePixels()),
                renderedPrefix,
                chunk -> {
                    promotion.promote(chunk);
                    meters.count(chunk);
                });
        var reencoder = new FfmpegReencoder(media, this.rendering, workforce.reencodedBytes(), prober);
        var reencoding = new ItemReencoding(
                new PostgresReencodingQueue(jdbi), integrations::find, stores, prober, reencoder, renderedPrefix);
        var leftovers = new LeftoverRemoval(new PostgresLeftovers(jdbi), integrations::find, stores);
        var settlement = new JobSettlement(
                new PostgresDecidedJobs(jdbi, limits), new AtomicPromotion(this::integration, limits));
        var workers = new Workers(bell);
        workers.start("planner", workforce.planners(), planning::planNext, settlement::settleNext);
        workers.start("prober", workforce.probers(), probing::probeNext, settlement::settleNext);
        workers.start(
                "renderer",
                workforce.renderers(),
                rendering::renderNext,
                leftovers::removeNext,
                settlement::settleNext,
                reencoding::reencodeNext);
        var syncing = new FolderSyncing(
                new PostgresSyncQueue(jdbi),
                integrations::find,
                stores,
                reception,
                new PostgresStrictMetadata(jdbi),
                workforce.syncPage(),
                renderedPrefix);
        var pdfs = new PdfTextReader(reading);
        understanding
                .apply(new ContentAccess(
                        integrations::find,
                        stores,
                        Map.of(ItemKind.PLAIN_TEXT, new PlainTextReader(), ItemKind.PDF, pdfs)))
                .forEach(round -> workers.start("reader", 1, round));
        workers.start("syncer", SYNCERS, syncing::syncNext, syncing::settleNext);
        startMeasuring(workers, stores, decoder);
        var retention = new Retention(new PostgresKeptEntries(jdbi), workforce.retention(), Clock.systemUTC());
        return new BackgroundWork(
                workers,
                new WorkSignal(database.dataSource(), bell),
                RecurringWork.start(database, retention, syncs, hosted),
                reencoder,
                pdfs);
    }

    private void startMeasuring(Workers workers, ObjectStores stores, PictureDecoder decoder) {
        if (!quality.isOn()) {
            return;
        }
        var queue = new PostgresMeasuringQueue(database.jdbi());
        var measuring =
                new ItemMeasuring(queue, integrations::find, stores, decoder, quality.perMinute(), System::nanoTime);
        if (quality.automatic()) {
            workers.start("measurer", 1, queue::addChanged, measuring::measureNext);
        } else {
            workers.start("measurer", 1, measuring::measureNext);
        }
    }

    /** Integrations cannot be removed while jobs use them. */
    private StorageIntegration integration(IntegrationId id) {
        return integrations
                .find(id)
                .orElseThrow(() -> new IllegalStateException("The storage integration " + id + " was removed."));
    }

    /** Closing it lets the workers finish what is in hand. */
    record BackgroundWork(
            Workers workers, WorkSignal signal, RecurringWork recurring, FfmpegReencoder reencoder, PdfTextReader pdfs)
            implements AutoCloseable {
        @Override
        public void close() {
            recurring.close();
            workers.close();
            pdfs.close();
            signal.close();
            try {
                reencoder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
