package io.accession.catalog.rooms;

import io.accession.catalog.PostgresChunkStore;
import io.accession.catalog.PostgresDecidedJobs;
import io.accession.catalog.PostgresJobIntake;
import io.accession.catalog.PostgresJobs;
import io.accession.catalog.PostgresSliceQueue;
import io.accession.catalog.PostgresUnitQueue;
import io.accession.catalog.registry.PostgresStrictMetadata;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.TimeOrderedIds;
import io.accession.core.domain.UserId;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ProbeResult;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.plan.PlanReport;
import io.accession.core.plan.Rehearsal;
import io.accession.core.plan.SlicePlanning;
import io.accession.core.probe.UnitProbing;
import io.accession.core.promote.AtomicPromotion;
import io.accession.core.promote.Promotion;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.settle.JobSettlement;
import io.accession.testkit.MemoryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** All rooms of one process, without threads: a test walks through them as it likes. */
final class Rooms {

    final MemoryStore storage = new MemoryStore();
    final Jobs jobs;
    final Jdbi jdbi;
    final SlicePlanning planning;
    final UnitProbing probing;
    final JobSettlement settlement;
    final Reception reception;
    private final Rehearsal rehearsal;
    final UserId user;
    private StorageIntegration integration;

    Rooms(Jdbi jdbi, Path spool) {
        var limits = ManifestLimits.DEFAULT;
        Function<IntegrationId, StorageIntegration> integrations = id -> integration();
        var queue = new PostgresSliceQueue(jdbi);
        this.jdbi = jdbi;
        this.jobs = new PostgresJobs(jdbi);
        this.reception = new Reception(
                limits, spool, new PostgresJobIntake(jdbi), new TimeOrderedIds(Clock.systemUTC()), Clock.systemUTC());
        var strict = new PostgresStrictMetadata(jdbi);
        this.rehearsal = new Rehearsal(reception, queue, strict, limits);
        this.planning = new SlicePlanning(queue, integrations, strict, limits);
        var promotion = new Promotion(new PostgresChunkStore(jdbi), integrations);
        this.probing = new UnitProbing(
                new PostgresUnitQueue(jdbi, limits), integrations, stores(), new FirstByte(), promotion::promote);
        this.settlement =
                new JobSettlement(new PostgresDecidedJobs(jdbi, limits), new AtomicPromotion(integrations, limits));
        this.user = addUser();
        this.integration = integration(false);
    }

    ObjectStores stores() {
        return new ObjectStores() {
            @Override
            public ObjectStore open(StorageIntegration ignored) {
                return storage;
            }

            @Override
            public void close() {}
        };
    }

    StorageIntegration integration() {
        return integration;
    }

    private static StorageIntegration integration(boolean strict) {
        return new StorageIntegration(
                new IntegrationId(UUID.randomUUID()),
                1,
                "bucket",
                new IntegrationSettings.S3(null, null, null, false, new S3Credentials.DefaultChain()),
                strict,
                false,
                Duration.ofHours(1));
    }

    void neverRead() {
        integration = integration(true);
    }

    private UserId addUser() {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO app_user (id, email, is_admin) VALUES (?, ?, true)", id, id + "@example.org"));
        return new UserId(id);
    }

    FolderId folder() {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle ->
                handle.execute("INSERT INTO folder (id, name, owner_id) VALUES (?, 'folder', ?)", id, user.value()));
        return new FolderId(id);
    }

    JobId post(FolderId folder, JobMode mode, String manifest) {
        try {
            return reception.receive(request(folder, mode), bytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlanReport plan(FolderId folder, String manifest) {
        try {
            return rehearsal.rehearse(
                    request(folder, JobMode.TOLERANT), integration, ManifestForm.JSON, bytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadRequest request(FolderId folder, JobMode mode) {
        return new UploadRequest(
                folder, "folder", integration.id(), integration.addressing(), user, mode, "manifest.json");
    }

    private static ByteArrayInputStream bytes(String manifest) {
        return new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a manifest and walks through all rooms until its job has ended. */
    UploadJob register(FolderId folder, JobMode mode, String manifest) {
        var job = post(folder, mode, manifest);
        finish();
        return jobs.find(job).orElseThrow();
    }

    /** Walks until nothing is left to do. */
    void finish() {
        try {
            boolean worked = true;
            while (worked) {
                worked = planning.planNext() || probing.probeNext() || settlement.settleNext();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> names(FolderId folder) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name FROM item WHERE folder_id = :folder AND NOT is_hidden ORDER BY id")
                .bind("folder", folder.value())
                .mapTo(String.class)
                .list());
    }

    /** Everything that makes up a folder's catalogue, but for ids and times. */
    List<String> catalogue(FolderId folder) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT concat_ws('|', encode(identity_hash, 'hex'), duplicate_no, kind, name, object_url, mime_type,
                             bytes, width, height, duration_sec, media_facts, client_metadata, is_hidden)
              FROM item WHERE folder_id = :folder ORDER BY 1
            """)
                .bind("folder", folder.value())
                .mapTo(String.class)
                .list());
    }

    /**
     * Looks at the first byte: <code>{</code> is a DICOM file that consists of its tags as JSON, {@code I} an image of one by one, {@code ?} is
     * damaged, anything else another kind.
     */
    private static final class FirstByte implements MediaProber {
        @Override
        public ProbeResult probe(ItemKind kind, ObjectView object) {
            try {
                byte[] bytes = object.read(0, 10_000);
                return switch (bytes[0]) {
                    case 'I' ->
                        new ProbeResult.Probed(
                                new MediaFacts.Image("image/png", object.stat().bytes(), 1, 1), object.stat());
                    case '{' ->
                        new ProbeResult.Probed(
                                new MediaFacts.Dicom(
                                        "application/dicom",
                                        object.stat().bytes(),
                                        new String(bytes, StandardCharsets.UTF_8)),
                                object.stat());
                    case '?' ->
                        new ProbeResult.Unreadable(new Failure(FailureCode.OBJECT_DAMAGED, "The object is damaged."));
                    default ->
                        new ProbeResult.Unreadable(
                                new Failure(FailureCode.KIND_MISMATCH, "Expected an image, got a file of type text."));
                };
            } catch (ObjectUnavailableException e) {
                return e.failure().code().retryable()
                        ? new ProbeResult.Unreachable(e.failure())
                        : new ProbeResult.Unreadable(e.failure());
            }
        }
    }
}
