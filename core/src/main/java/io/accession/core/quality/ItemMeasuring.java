package io.accession.core.quality;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.quality.MeasuringQueue.Measurement;
import io.accession.core.quality.MeasuringQueue.Outcome;
import io.accession.core.quality.MeasuringQueue.Subject;
import io.accession.core.thumbnail.PictureSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Measures the pictures that wait, a few at a time and no more in a minute than it may. For one thread. */
public final class ItemMeasuring {

    /** Formulas hold for pictures of at most so many pixels in either direction. */
    static final int EDGE = 256;

    private static final int ATTEMPTS = 5;
    private static final int CHUNK = 8;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final long KEPT_BYTES = 4 << 20;
    private static final ReadBudget VIDEO = new ReadBudget(1_024, 96 << 20);

    private final MeasuringQueue queue;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;
    private final PictureDecoder decoder;
    private final Pace pace;

    /** {@code nanoseconds} is a clock that only goes forward. */
    public ItemMeasuring(
            MeasuringQueue queue,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores,
            PictureDecoder decoder,
            int perMinute,
            LongSupplier nanoseconds) {
        this.queue = queue;
        this.integrations = integrations;
        this.stores = stores;
        this.decoder = decoder;
        this.pace = new Pace(perMinute, nanoseconds);
    }

    /** False when nothing is due, or when it is not yet allowed. */
    public boolean measureNext() throws InterruptedException {
        int most = Math.min(CHUNK, pace.allowed());
        if (most == 0) {
            return false;
        }
        var subjects = queue.claim(most, LEASE);
        pace.use(subjects.size());
        var measurements = new ArrayList<Measurement>();
        for (var subject : subjects) {
            measurements.add(measure(subject));
        }
        queue.store(measurements);
        return !subjects.isEmpty();
    }

    private Measurement measure(Subject subject) throws InterruptedException {
        var integration = integrations.apply(subject.integration()).orElse(null);
        if (integration == null || integration.strictClientOnly()) {
            return unread(
                    subject,
                    new Failure(
                            FailureCode.OBJECT_FORBIDDEN,
                            "The item's storage integration was removed, or does not let this server read."));
        }
        if (subject.attempt() > ATTEMPTS) {
            return unread(
                    subject,
                    new Failure(
                            FailureCode.SERVER_FAILED, "The server stopped again and again while it measured this."));
        }
        return switch (ObjectUrls.resolve(subject.objectUrl(), integration.addressing())) {
            case Resolution.Located(ObjectLocation location) -> measure(subject, integration, location);
            case Resolution.Refused(Failure failure) -> unread(subject, failure);
        };
    }

    private static Measurement unread(Subject subject, Failure failure) {
        return new Measurement(subject, new Outcome.Failed(failure), 0, 0);
    }

    private Measurement measure(Subject subject, StorageIntegration integration, ObjectLocation location)
            throws InterruptedException {
        var store = stores.open(integration);
        var view = switch (subject.source()) {
            case PictureSource.Still _ ->
                StoredObjectView.passing(store, location, ReadBudget.forRendering(), KEPT_BYTES);
            case PictureSource.KeyFrame _, PictureSource.Frame _ -> new StoredObjectView(store, location, VIDEO);
        };
        var outcome = switch (decoder.decode(view, subject.source(), EDGE)) {
            case DecodingResult.Decoded(var picture) -> new Outcome.Measured(PictureMeasuring.measure(picture));
            case DecodingResult.Impossible(var failure) -> new Outcome.Failed(failure);
            case DecodingResult.Unavailable(var failure) -> unavailable(subject, failure);
        };
        return new Measurement(subject, outcome, view.requests(), view.bytesRead());
    }

    /** Another attempt after 10, 20, 40 … seconds where that may help; none after the last. */
    private static Outcome unavailable(Subject subject, Failure failure) {
        return failure.code().retryable() && subject.attempt() < ATTEMPTS
                ? new Outcome.Later(failure, Duration.ofSeconds(10L << (subject.attempt() - 1)))
                : new Outcome.Failed(failure);
    }
}
