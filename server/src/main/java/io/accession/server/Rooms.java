package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.PostgresDecidedJobs;
import io.accession.catalog.PostgresJobIntake;
import io.accession.catalog.PostgresJobs;
import io.accession.catalog.PostgresSliceQueue;
import io.accession.catalog.WorkSignal;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.Jobs;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.Rehearsal;
import io.accession.core.plan.SlicePlanning;
import io.accession.core.promote.AtomicPromotion;
import io.accession.core.receive.Reception;
import io.accession.core.registry.Integrations;
import io.accession.core.settle.JobSettlement;
import io.accession.core.work.Bell;
import io.accession.core.work.Workers;
import io.accession.server.configuration.ServerConfiguration;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The rooms that a manifest walks through, put together. */
final class Rooms {

    private final Database database;
    private final ManifestLimits limits;
    private final int planners;
    private final Integrations integrations;
    private final PostgresSliceQueue slices;
    private final Jobs jobs;
    private final Reception reception;

    Rooms(ServerConfiguration configuration, Database database, Integrations integrations, Supplier<UUID> ids) {
        this.database = database;
        this.limits = configuration.limits();
        this.planners = configuration.jobs().planners();
        this.integrations = integrations;
        this.slices = new PostgresSliceQueue(database.jdbi());
        this.jobs = new PostgresJobs(database.jdbi());
        this.reception = new Reception(
                limits,
                configuration.data().resolve("spool"),
                new PostgresJobIntake(database.jdbi()),
                ids,
                Clock.systemUTC());
    }

    Jobs jobs() {
        return jobs;
    }

    Reception reception() {
        return reception;
    }

    Rehearsal rehearsal() {
        return new Rehearsal(reception, slices, limits);
    }

    /** Starts the background work. */
    BackgroundWork start() {
        var bell = new Bell();
        var planning = new SlicePlanning(slices, this::integration, limits);
        var settlement = new JobSettlement(
                new PostgresDecidedJobs(database.jdbi(), limits), new AtomicPromotion(this::integration, limits));
        var workers = new Workers(bell);
        workers.start("planner", planners, planning::planNext, settlement::settleNext);
        return new BackgroundWork(workers, new WorkSignal(database.dataSource(), bell));
    }

    /** Integrations cannot be removed while jobs use them. */
    private StorageIntegration integration(IntegrationId id) {
        return integrations
                .find(id)
                .orElseThrow(() -> new IllegalStateException("The storage integration " + id + " was removed."));
    }

    /** Closing it lets the workers finish what is in hand. */
    record BackgroundWork(Workers workers, WorkSignal signal) implements AutoCloseable {
        @Override
        public void close() {
            workers.close();
            signal.close();
        }
    }
}
