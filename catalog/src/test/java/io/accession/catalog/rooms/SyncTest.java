package io.accession.catalog.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.JobState;
import io.accession.core.sync.SyncPhase;
import io.accession.core.sync.SyncRun.Layer;
import io.accession.core.sync.SyncWarning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that follows a bucket, page by page. */
class SyncTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path spool;

    private Rooms rooms() {
        return new Rooms(DATABASE.jdbi(), spool);
    }

    @Test
    void everySupportedObjectBecomesAnItem() {
        var folder = new SyncedFolder(rooms());
        folder.holds("a.jpg", "I");
        folder.holds("deep/er/b.PNG", "I");
        folder.holds("c.nii", "I");
        folder.holds("d.unknown", "I");
        folder.holds("e/", "");
        folder.holds("f.jpg", "?");

        var run = folder.sync();

        assertThat(folder.names()).containsExactly("a.jpg", "deep/er/b.PNG");
        assertThat(run.state()).isEqualTo(JobState.DONE);
        assertThat(run.phase()).isEqualTo(SyncPhase.ENDED);
        assertThat(run.pages()).isEqualTo(new Layer(0, 2, 0, 0));
        assertThat(run.uploadJobs()).isEqualTo(new Layer(0, 2, 0, 0));
        assertThat(run.units()).isEqualTo(new Layer(0, 2, 1, 0));
        assertThat(run.counts().listed()).isEqualTo(6);
        assertThat(run.counts().unsupported()).isEqualTo(3);
        assertThat(run.counts().added()).isEqualTo(3);
    }

    @Test
    void videosThatWeRenderedAreNotFollowed() {
        var folder = new SyncedFolder(rooms());
        folder.holds("a.jpg", "I");
        folder.holds("rendered/0190.mp4", "V");

        var run = folder.sync();

        assertThat(folder.names()).containsExactly("a.jpg");
        assertThat(run.counts().unsupported()).isEqualTo(1);
    }

    @Test
    void anUnchangedBucketIsListedAndNothingElse() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        for (int i = 0; i < 10; i++) {
            folder.holds(i + ".jpg", "I");
        }
        folder.sync();
        int requests = rooms.storage.requests();

        var again = folder.sync();

        assertThat(again.counts().listed()).isEqualTo(10);
        assertThat(again.counts().added()).isZero();
        assertThat(again.uploadJobs()).isEqualTo(new Layer(0, 0, 0, 0));
        assertThat(rooms.storage.requests()).isEqualTo(requests);
    }

    @Test
    void aChangedObjectIsLookedAtAgainAndKeepsItsItem() {
        var folder = new SyncedFolder(rooms());
        folder.holds("a.jpg", "I");
        folder.sync();
        var id = folder.item("a.jpg", "id");
        var etag = folder.item("a.jpg", "etag");

        folder.holds("a.jpg", "I am larger now");
        var run = folder.sync();

        assertThat(run.counts().changed()).isEqualTo(1);
        assertThat(folder.item("a.jpg", "id")).isEqualTo(id);
        assertThat(folder.item("a.jpg", "bytes")).isEqualTo("15");
        assertThat(folder.item("a.jpg", "etag")).isNotEqualTo(etag);
        assertThat(folder.item("a.jpg", "last_modified")).isNotNull();
        assertThat(folder.sync().counts().changed()).isZero();
    }

    @Test
    void aVanishedObjectLeavesATombstoneThatReturnsWithIt() {
        var folder = new SyncedFolder(rooms());
        for (var name : new String[] {"a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"}) {
            folder.holds(name, "I");
        }
        folder.sync();
        var id = folder.item("e.jpg", "id");

        folder.losesAgain("a.jpg");
        folder.losesAgain("c.jpg");
        folder.losesAgain("e.jpg");
        var without = folder.sync();

        assertThat(without.counts().vanished()).isEqualTo(3);
        assertThat(folder.names()).containsExactly("† a.jpg", "b.jpg", "† c.jpg", "d.jpg", "† e.jpg");
        assertThat(folder.item("e.jpg", "duplicate_no")).isNotEqualTo("0");

        folder.holds("e.jpg", "I am back");
        var with = folder.sync();

        assertThat(with.counts().returned()).isEqualTo(1);
        assertThat(with.counts().changed()).isEqualTo(1);
        assertThat(with.counts().vanished()).isZero();
        assertThat(folder.item("e.jpg", "id")).isEqualTo(id);
        assertThat(folder.item("e.jpg", "duplicate_no")).isEqualTo("0");
        assertThat(folder.item("e.jpg", "bytes")).isEqualTo("9");
    }

    @Test
    void aBucketThatHasNothingEndsWithAWarningAndTombstones() {
        var folder = new SyncedFolder(rooms());

        assertThat(folder.sync().warnings()).extracting(SyncWarning::code).containsExactly("PREFIX_EMPTY");

        folder.holds("a.jpg", "I");
        folder.sync();
        folder.losesAgain("a.jpg");
        var run = folder.sync();

        assertThat(run.state()).isEqualTo(JobState.DONE);
        assertThat(run.pages().done()).isEqualTo(1);
        assertThat(folder.names()).containsExactly("† a.jpg");
    }

    @Test
    void anotherWorkerGoesOnAtThePageThatADeadOneWasOn() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        for (int i = 0; i < 8; i++) {
            folder.holds(i + ".jpg", "I");
        }
        folder.start();
        folder.syncing(SyncedFolder.PAGE).syncNext();
        var dying = new DyingStore(rooms.storage);
        var dead = folder.syncing(SyncedFolder.PAGE, dying);

        assertThat(catching(dead::syncNext)).isInstanceOf(DyingStore.Killed.class);
        assertThat(folder.syncing(SyncedFolder.PAGE).syncNext())
                .as("the page is leased")
                .isFalse();
        leasesRunOut();
        var run = folder.finish(folder.syncing(SyncedFolder.PAGE, dying));

        assertThat(dying.askedAfter()).allSatisfy(key -> assertThat(key).isNotEmpty());
        assertThat(run.pages().done()).isEqualTo(3);
        assertThat(run.counts().listed()).isEqualTo(8);
        assertThat(folder.names()).hasSize(8);
    }

    @Test
    void aWorkerWhosePageWasTakenOverStoresNothing() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        folder.holds("a.jpg", "I");
        folder.start();
        var quick = folder.syncing(SyncedFolder.PAGE);
        var slow = folder.syncing(SyncedFolder.PAGE, new DyingStore(rooms.storage, () -> {
            leasesRunOut();
            quick.syncNext();
        }));

        slow.syncNext();
        var run = folder.finish(quick);

        assertThat(run.pages().done()).isEqualTo(1);
        assertThat(run.counts().listed()).isEqualTo(1);
        assertThat(run.uploadJobs().done()).isEqualTo(1);
    }

    @Test
    void aPrefixThatMayNotBeListedEndsTheRunAndSaysWhy() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        folder.start();

        folder.syncing(SyncedFolder.PAGE, new DyingStore(FailureCode.OBJECT_FORBIDDEN))
                .syncNext();
        var run = folder.runs.findLast(folder.id).orElseThrow();

        assertThat(run.state()).isEqualTo(JobState.ERROR);
        assertThat(run.pages()).isEqualTo(new Layer(0, 0, 1, 0));
        assertThat(run.failure()).isNotNull();
        assertThat(run.failure().code()).isEqualTo(FailureCode.OBJECT_FORBIDDEN);
    }

    @Test
    void aStorageThatDoesNotAnswerIsAskedAgainLater() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        folder.holds("a.jpg", "I");
        folder.start();
        var silent = folder.syncing(SyncedFolder.PAGE, new DyingStore(FailureCode.STORAGE_UNREACHABLE));

        silent.syncNext();
        assertThat(silent.syncNext()).as("it waits").isFalse();
        leasesRunOut();
        var run = folder.finish(folder.syncing(SyncedFolder.PAGE));

        assertThat(run.state()).isEqualTo(JobState.DONE);
        assertThat(folder.names()).containsExactly("a.jpg");
    }

    @Test
    void aSecondSyncJoinsTheOneThatIsUnderWay() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);

        var first = folder.runs.start(folder.id, rooms.user);
        var second = folder.runs.start(folder.id, rooms.user);

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.run().id()).isEqualTo(first.run().id());
        folder.finish(folder.syncing(SyncedFolder.PAGE));
    }

    @Test
    void aCancelledSyncKeepsWhatItRegistered() {
        var folder = new SyncedFolder(rooms());
        for (int i = 0; i < 8; i++) {
            folder.holds(i + ".jpg", "I");
        }
        var started = folder.start();
        var syncing = folder.syncing(SyncedFolder.PAGE);
        syncing.syncNext();

        folder.runs.cancel(started.id(), started.user());
        var run = folder.finish(syncing);

        assertThat(run.state()).isEqualTo(JobState.CANCELLED);
        assertThat(run.pages()).isEqualTo(new Layer(0, 1, 0, 1));
        assertThat(run.units()).isEqualTo(new Layer(0, 0, 0, 3));
        assertThat(folder.names()).isEmpty();
    }

    @Test
    void aFolderThatIsDeletedTakesItsSyncWithIt() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);
        folder.holds("a.jpg", "I");
        folder.start();
        var syncing = folder.syncing(
                SyncedFolder.PAGE,
                new DyingStore(
                        rooms.storage,
                        () -> rooms.jdbi.useHandle(
                                handle -> handle.execute("DELETE FROM folder WHERE id = ?", folder.id.value()))));

        assertThat(syncing.syncNext()).isTrue();

        assertThat(syncing.syncNext()).isFalse();
        assertThat(folder.runs.findLast(folder.id)).isEmpty();
        assertThat(folder.names()).isEmpty();
    }

    @Test
    void onlyDailyFoldersWhoseLastSyncIsADayAgoAreStartedByThemselves() {
        var rooms = rooms();
        var folder = new SyncedFolder(rooms);

        assertThat(folder.runs.startOverdue(Duration.ofHours(24))).isZero();
        rooms.jdbi.useHandle(handle -> handle.execute("UPDATE synced_folder SET is_daily = true"));
        int started = folder.runs.startOverdue(Duration.ofHours(24));

        assertThat(started).isPositive();
        assertThat(folder.runs.startOverdue(Duration.ofHours(24))).isZero();
        folder.finish(folder.syncing(SyncedFolder.PAGE));
        assertThat(folder.runs.startOverdue(Duration.ofHours(24))).isZero();
        rooms.jdbi.useHandle(handle -> handle.execute("UPDATE synced_folder SET is_daily = false"));
    }

    @Test
    void aPageCostsTheSameNumberOfStatementsWhateverItsSize() {
        var statements = new AtomicInteger();
        var rooms = new Rooms(counting(statements), spool);

        int small = statementsOf(rooms, statements, 2);
        int large = statementsOf(rooms, statements, 2_500);

        assertThat(large).isEqualTo(small);
    }

    private static int statementsOf(Rooms rooms, AtomicInteger statements, int objects) {
        var folder = new SyncedFolder(rooms);
        for (int i = 0; i < objects; i++) {
            folder.holds(i + ".jpg", "I");
        }
        folder.start();
        statements.set(0);
        folder.syncing(10_000).syncNext();
        int counted = statements.get();
        folder.runs.cancel(folder.runs.findLast(folder.id).orElseThrow().id(), rooms.user);
        folder.finish(folder.syncing(10_000));
        return counted;
    }

    private static Jdbi counting(AtomicInteger statements) {
        return Jdbi.create(DATABASE.database().dataSource()).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
    }

    private static Throwable catching(Runnable work) {
        try {
            work.run();
            throw new AssertionError("nothing was thrown");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void leasesRunOut() {
        DATABASE.jdbi().useHandle(handle -> handle.execute("UPDATE sync_run SET due_at = '-infinity'"));
    }
}
