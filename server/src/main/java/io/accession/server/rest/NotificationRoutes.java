package io.accession.server.rest;

import io.accession.api.Notifications;
import io.accession.api.SeenNotifications;
import io.accession.core.domain.JobState;
import io.accession.core.job.JobNotices;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.Principal;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user's jobs are about: those that run, and those that ended lately. */
public final class NotificationRoutes {

    private static final int MOST_RUNNING = 50;
    private static final int MOST_RECENT = 20;

    private final Jobs jobs;
    private final JobNotices notices;
    private final Clock clock;

    public NotificationRoutes(Jobs jobs, JobNotices notices, Clock clock) {
        this.jobs = jobs;
        this.notices = notices;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/notifications", call -> call.answer(of(call.asking()))),
                Operation.post("/api/v1/notifications/seen", this::see),
                Operation.get("/api/v1/notifications/events", new NotificationEvents(this::of)));
    }

    private Notifications of(Principal asking) {
        var running = jobs.list(filter(asking, JobState.PENDING), null, MOST_RUNNING);
        var ended = jobs.list(filter(asking, null), null, MOST_RECENT).stream()
                .filter(job -> job.endedAt() != null)
                .sorted(Comparator.comparing(NotificationRoutes::end).reversed())
                .toList();
        return new Notifications(
                running.stream().map(job -> shown(job, asking)).toList(),
                ended.stream().map(job -> shown(job, asking)).toList(),
                notices.countUnseen(asking.id()));
    }

    private static Instant end(UploadJob job) {
        return Objects.requireNonNull(job.endedAt());
    }

    private static Jobs.Filter filter(Principal asking, @Nullable JobState state) {
        return new Jobs.Filter(null, state, asking.id(), null);
    }

    private static io.accession.api.UploadJob shown(UploadJob job, Principal asking) {
        return JobOnTheWire.shown(job, asking.email());
    }

    /** What has not ended yet cannot have been seen. */
    private void see(Call call) throws IOException {
        var until = call.body(SeenNotifications.class).until();
        var now = clock.instant();
        notices.see(call.asking().id(), until.isAfter(now) ? now : until);
        call.answerNothing();
    }
}
