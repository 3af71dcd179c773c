package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.catalog.PostgresChunkStore;
import io.accession.catalog.PostgresSliceQueue;
import io.accession.catalog.PostgresUnitQueue;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobState;
import io.accession.core.job.FailedUnit;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.probe.ClaimedUnit;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.probe.UnitChunk;
import io.accession.core.probe.UnitOutcome;
import io.accession.core.probe.UnitProbing;
import io.accession.core.promote.UnitResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String ONE = "{\"images\": [{\"objectUrl\": \"s3://b/1.png\"}]}";

    @TempDir
    private Path spool;

    private Rooms rooms;
    private PostgresUnitQueue queue;
    private FolderId folder;

    @BeforeEach
    void open() {
        rooms = new Rooms(DATABASE.jdbi(), spool);
        rooms.storage.holds("b", "1.png", "I".getBytes(StandardCharsets.UTF_8));
        queue = new PostgresUnitQueue(DATABASE.jdbi(), ManifestLimits.DEFAULT);
        folder = rooms.folder();
    }

    @Test
    void aUnitWhoseLeaseRanOutIsClaimedAgain() {
        rooms.post(folder, TOLERANT, ONE);
        rooms.planning.planNext();

        var first = queue.claim(10, Duration.ZERO).orElseThrow();
        var second = queue.claim(10, LONG).orElseThrow();

        assertThat(second.units()).extracting(ClaimedUnit::ordinal).containsExactly(0);
        assertThat(second.units().getFirst().attempt())
                .isEqualTo(first.units().getFirst().attempt() + 1);
        assertThat(queue.claim(10, LONG)).isEmpty();
        release(second);
    }

    @Test
    void unitsWithLargeEntriesAreTakenFewAtATime() {
        var large = "{\"objectUrl\": \"s3://b/%d.png\", \"clientMetadata\": {\"v\": \"" + "x".repeat(5 << 20) + "\"}}";
        var job = rooms.post(
                folder,
                TOLERANT,
                "{\"images\": [%s]}"
                        .formatted(String.join(",", large.formatted(2), large.formatted(3), large.formatted(4))));
        while (rooms.planning.planNext()) {
            // until all are planned
        }

        var first = queue.claim(10, LONG).orElseThrow();
        var second = queue.claim(10, LONG).orElseThrow();

        assertThat(first.units()).extracting(ClaimedUnit::ordinal).containsExactlyInAnyOrder(0, 1);
        assertThat(second.units()).extracting(ClaimedUnit::ordinal).containsExactly(2);
        release(first);
        release(second);
        assertThat(rooms.jobs.listFailures(job, -1, 10))
                .extracting(FailedUnit::ordinal)
                .containsExactly(0, 1);
        assertThat(rooms.jobs.listFailures(job, 1, 10))
                .extracting(FailedUnit::ordinal)
                .containsExactly(2);
    }

    @Test
    void aRenewedLeaseKeepsItsUnits() {
        rooms.post(folder, TOLERANT, ONE);
        rooms.planning.planNext();
        var chunk = queue.claim(10, Duration.ZERO).orElseThrow();

        queue.renew(chunk, LONG);

        assertThat(queue.claim(10, LONG)).isEmpty();
        release(chunk);
    }

    @Test
    void whatAWorkerFindsAfterItsLeaseDoesNotCount() {
        var job = rooms.post(folder, TOLERANT, ONE);
        rooms.planning.planNext();
        var slow = queue.claim(10, Duration.ZERO).orElseThrow();
        rooms.finish();

        fail(slow);

        var ended = rooms.jobs.find(job).orElseThrow();
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.counts().registered()).isEqualTo(1);
        assertThat(ended.counts().failed()).isZero();
    }

    @Test
    void aUnitThatKeepsKillingItsWorkerFails() {
        var job = rooms.post(folder, TOLERANT, ONE);
        rooms.planning.planNext();
        for (int i = 0; i < UnitProbing.ATTEMPTS; i++) {
            assertThat(queue.claim(10, Duration.ZERO)).isPresent();
        }

        rooms.finish();

        assertThat(rooms.jobs.listFailures(job, -1, 10))
                .extracting(unit -> unit.failure().code())
                .containsExactly(FailureCode.SERVER_FAILED);
    }

    @Test
    void aSliceThatCannotBePlannedLetsOthersGoFirst() {
        var slices = new PostgresSliceQueue(DATABASE.jdbi());
        var stuck = rooms.post(folder, TOLERANT, ONE);
        assertThatThrownBy(() -> slices.planNext((slice, transaction) -> {
                    throw new IllegalStateException("the slice cannot be planned");
                }))
                .hasMessageContaining("cannot be planned");
        var other = rooms.post(folder, TOLERANT, ONE);

        rooms.planning.planNext();

        assertThat(rooms.jobs.find(other).orElseThrow().counts().planned()).isEqualTo(1);
        assertThat(rooms.jobs.find(stuck).orElseThrow().counts().planned()).isZero();
        rooms.jdbi.useHandle(handle -> handle.execute("UPDATE upload_slice SET due_at = '-infinity'"));
        rooms.finish();
        assertThat(rooms.jobs.find(stuck).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    private void release(UnitChunk chunk) {
        queue.renew(chunk, Duration.ZERO);
        rooms.finish();
    }

    private static void fail(UnitChunk chunk) {
        var failure = new Failure(FailureCode.OBJECT_DAMAGED, "The object is damaged.");
        List<UnitOutcome> outcomes = chunk.units().stream()
                .<UnitOutcome>map(unit -> new UnitOutcome.Failed(unit, failure))
                .toList();
        new PostgresChunkStore(DATABASE.jdbi())
                .promote(new ProbedChunk(chunk.job(), outcomes, 1, 1), (counting, transaction) -> {
                    Map<ClaimedUnit, UnitResult> results = new HashMap<>();
                    counting.forEach(outcome -> results.put(outcome.unit(), new UnitResult.Failed(failure)));
                    transaction.record(new ProbedChunk(chunk.job(), outcomes, 1, 1), results, 0);
                });
    }
}
