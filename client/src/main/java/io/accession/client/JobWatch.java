package io.accession.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.api.UploadJob;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one job to its end. For one thread, which may be interrupted. */
final class JobWatch {

    private final Connection connection;
    private final UUID id;
    private final Consumer<UploadJob> progress;
    private final Patience patience;
    private final Perseverance perseverance;
    private @Nullable UploadJob last;
    private boolean asking;

    /**
     * @param firstEvent how long a server's first event may take before we ask instead: somebody on the way holds the events back
     * @param silence how long a stream may say nothing at all; the server sends a sign of life every 15 seconds
     * @param pause between two questions, and before a broken connection is taken up again
     * @param unreachable how long the server may be away
     */
    record Patience(Duration firstEvent, Duration silence, Duration pause, Duration unreachable) {
        static final Patience USUAL = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofMillis(500), Duration.ofMinutes(1));
    }

    JobWatch(Connection connection, UUID id, Consumer<UploadJob> progress, Patience patience) {
        this.connection = connection;
        this.id = id;
        this.progress = progress;
        this.patience = patience;
        this.perseverance = new Perseverance(connection.server(), patience.pause(), patience.unreachable());
    }

    UploadJob untilEnded() {
        while (true) {
            try {
                var ended = asking ? ask() : follow();
                if (ended.isPresent()) {
                    return ended.get();
                }
            } catch (AccessionException e) {
                perseverance.bear(e);
            }
            perseverance.pause();
        }
    }

    private Optional<UploadJob> ask() {
        return tell(connection.read(Route.to("upload-jobs", id), UploadJob.class));
    }

    private Optional<UploadJob> follow() {
        try (var events = EventStream.open(connection, Route.to("upload-jobs", id, "events"))) {
            var allowed = patience.firstEvent();
            while (true) {
                switch (events.next(allowed)) {
                    case EventStream.Event event -> {
                        var ended = tell(decode(event));
                        if (ended.isPresent()) {
                            return ended;
                        }
                        allowed = patience.silence();
                    }
                    case EventStream.SignOfLife _ -> {}
                    case EventStream.Silence _ -> {
                        asking = true;
                        return Optional.empty();
                    }
                    case EventStream.End _ -> {
                        return Optional.empty();
                    }
                }
            }
        } catch (UnexpectedAnswerException | RequestRefusedException e) {
            // Asking tells whether it is the events that do not come through, or the job that is not there.
            asking = true;
            return Optional.empty();
        }
    }

    /** The job, once it has ended. */
    private Optional<UploadJob> tell(UploadJob job) {
        perseverance.answered();
        if (!job.equals(last)) {
            last = job;
            progress.accept(job);
        }
        return job.state() == UploadJob.State.PENDING ? Optional.empty() : Optional.of(job);
    }

    private UploadJob decode(EventStream.Event event) {
        try {
            return Json.lenient().readValue(event.data(), UploadJob.class);
        } catch (JsonProcessingException e) {
            throw new UnexpectedAnswerException(connection.server(), "an event that is not a job.", e);
        }
    }
}
