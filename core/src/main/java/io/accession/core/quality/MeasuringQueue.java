package io.accession.core.quality;

import io.accession.core.domain.Failure;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.thumbnail.PictureSource;
import java.time.Duration;
import java.util.List;

/** The items that wait to be measured. Storing counts only for the attempt that was claimed last, so that all may happen twice. */
public interface MeasuringQueue {

    /** An item to measure. Attempts count from 1. */
    record Subject(ItemId item, IntegrationId integration, String objectUrl, PictureSource source, int attempt) {}

    /** What came of measuring an item. */
    sealed interface Outcome {

        record Measured(PictureQuality quality) implements Outcome {}

        /** It is not measured again until its object is another, or somebody asks for it. */
        record Failed(Failure failure) implements Outcome {}

        record Later(Failure failure, Duration pause) implements Outcome {}
    }

    /** {@code requests} and {@code bytes} are what was read from the storage. */
    record Measurement(Subject subject, Outcome outcome, long requests, long bytes) {}

    /** Up to {@code most} that are due; they are due again when the lease is over. */
    List<Subject> claim(int most, Duration lease);

    void store(List<Measurement> measurements);

    /** Looks at changed items and adds those that were never measured, or have another object now. False when there were no changes. */
    boolean addChanged();
}
