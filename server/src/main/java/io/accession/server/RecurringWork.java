package io.accession.server;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.accession.catalog.Database;
import io.accession.core.job.Retention;
import io.accession.core.sync.SyncRuns;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** What recurs, done by whichever process gets to it first. What fell due while none ran is made up for at the next start. */
final class RecurringWork implements AutoCloseable {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);
    private static final Duration SYNC_CHECK = Duration.ofMinutes(5);
    private static final Duration HOSTED_CHECK = Duration.ofMinutes(5);
    private static final Duration BETWEEN_SYNCS = Duration.ofHours(24);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Scheduler scheduler;

    private RecurringWork(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static RecurringWork start(Database database, Retention retention, SyncRuns syncs, Runnable hosted) {
        var daily = Tasks.recurring("job-retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((instance, context) -> retention.removeOverdue());
        var overdue = Tasks.recurring("folder-syncs", FixedDelay.of(SYNC_CHECK))
                .execute((instance, context) -> syncs.startOverdue(BETWEEN_SYNCS));
        var unused = Tasks.recurring("hosted-objects", FixedDelay.of(HOSTED_CHECK))
                .execute((instance, context) -> hosted.run());
        var scheduler = Scheduler.create(database.dataSource())
                .startTasks(daily, overdue, unused)
                .threads(1)
                .pollingInterval(POLL)
                .shutdownMaxWait(PATIENCE)
                .build();
        scheduler.start();
        return new RecurringWork(scheduler);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
