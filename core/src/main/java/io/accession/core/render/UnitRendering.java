package io.accession.core.render;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.object.UrlWriting;
import io.accession.core.plan.Rendition;
import io.accession.core.plan.SoundEntry;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.probe.UnitOutcome;
import io.accession.core.probe.UnitProbing;
import io.accession.core.receive.EntryIdentities;
import io.accession.core.render.RenderQueue.UnitToRender;
import io.accession.core.work.RenewedLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes the videos of image sequences and writes them into the customer's storage, one unit at a time. Everything may happen twice: the
 * name of a video is made of its item's id, so that a second one takes the place of the first. Safe for use by many threads.
 */
public final class UnitRendering {

    /** Counted together with those of probing. */
    private static final int ATTEMPTS = UnitProbing.ATTEMPTS + 3;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RenderQueue queue;
    private final Function<IntegrationId, StorageIntegration> integrations;
    private final ObjectStores stores;
    private final SequenceRenderer renderer;
    private final String prefix;
    private final Consumer<ProbedChunk> next;

    /** {@code prefix} is what the keys of videos begin with; {@code next} is the room that writes down what was made. */
    public UnitRendering(
            RenderQueue queue,
            Function<IntegrationId, StorageIntegration> integrations,
            ObjectStores stores,
            SequenceRenderer renderer,
            String prefix,
            Consumer<ProbedChunk> next) {
        this.queue = queue;
        this.integrations = integrations;
        this.stores = stores;
        this.renderer = renderer;
        this.prefix = prefix;
        this.next = next;
    }

    /** Renders one unit; false when none is due. */
    public boolean renderNext() throws InterruptedException {
        var claimed = queue.claim(RenewedLease.LENGTH);
        if (claimed.isEmpty()) {
            return false;
        }
        render(claimed.get()).ifPresent(next);
        return true;
    }

    /** Empty when the unit was lost meanwhile. */
    private Optional<ProbedChunk> render(UnitToRender unit) throws InterruptedException {
        if (unit.unit().attempt() > ATTEMPTS) {
            var failure = new Failure(
                    FailureCode.SERVER_FAILED, "The server stopped again and again while it rendered the frames.");
            return Optional.of(chunk(unit, new UnitOutcome.Failed(unit.unit(), failure), 0, 0));
        }
        if (unit.entry().entry().objects().isEmpty()) {
            return Optional.of(chunk(unit, new UnitOutcome.Failed(unit.unit(), UnitProbing.GONE), 0, 0));
        }
        var integration = integrations.apply(unit.job().integration());
        var store = stores.open(integration);
        var locations = new EntryIdentities(integration.addressing())
                .locations(unit.entry().entry());
        try (var lease = lease(unit)) {
            var frames = new StoredFrames(store, locations, lease);
            return switch (target(unit, locations.getFirst(), integration.addressing())) {
                case Resolution.Located(ObjectLocation target) ->
                    outcome(unit, new Target(store, target, integration.addressing()), renderer.render(frames))
                            .map(outcome -> chunk(unit, outcome, frames.requests(), frames.bytesRead()));
                case Resolution.Refused(Failure failure) ->
                    Optional.of(chunk(unit, new UnitOutcome.Failed(unit.unit(), failure), 0, 0));
            };
        } finally {
            queue.release(unit);
        }
    }

    private RenewedLease lease(UnitToRender unit) {
        return new RenewedLease("a unit of job " + unit.job().id(), () -> queue.renew(unit, RenewedLease.LENGTH));
    }

    private static ProbedChunk chunk(UnitToRender unit, UnitOutcome outcome, long requests, long bytesRead) {
        return new ProbedChunk(unit.job(), List.of(outcome), requests, bytesRead, true);
    }

    /** Where the entry wants it; else beside the first frame, as far as buckets go. */
    private Resolution target(UnitToRender unit, ObjectLocation first, Addressing addressing) {
        var name = unit.item() + ".mp4";
        var given = unit.entry().entry().given();
        var wanted = given == null ? null : given.videoUrlPrefix();
        if (wanted != null && !wanted.isBlank()) {
            return ObjectUrls.resolve(wanted.endsWith("/") ? wanted + name : wanted + "/" + name, addressing);
        }
        return new Resolution.Located(
                new ObjectLocation(first.provider(), first.endpoint(), first.bucket(), prefix + name, null));
    }

    /** Where a video is written. */
    private record Target(ObjectStore store, ObjectLocation location, Addressing addressing) {
        String url() {
            return UrlWriting.url(location, addressing, false)
                    .orElseThrow(() -> new IllegalStateException("no URL names " + location));
        }
    }

    private Optional<UnitOutcome> outcome(UnitToRender unit, Target target, RenderResult result) {
        return switch (result) {
            case RenderResult.Rendered(RenderedVideo video) -> write(unit, target, video);
            case RenderResult.Unrenderable(Failure failure) ->
                Optional.of(new UnitOutcome.Failed(unit.unit(), failure));
            case RenderResult.Delayed(Failure failure) -> Optional.of(again(unit, failure));
            case RenderResult.Abandoned() -> Optional.empty();
        };
    }

    private Optional<UnitOutcome> write(UnitToRender unit, Target target, RenderedVideo rendered) {
        try (var video = rendered;
                var bytes = Files.newInputStream(video.file())) {
            var url = target.url();
            if (!queue.record(unit, url, RenewedLease.LENGTH)) {
                return Optional.empty();
            }
            var stat = target.store()
                    .write(
                            target.location(),
                            bytes,
                            video.facts().bytes(),
                            video.facts().mimeType());
            return Optional.of(sound(unit, new Rendition(url, video.facts(), stat.etag())));
        } catch (ObjectUnavailableException e) {
            return Optional.of(notWritten(unit, target.location(), e.failure()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnitOutcome sound(UnitToRender unit, Rendition rendition) {
        var entry = unit.entry();
        return new UnitOutcome.Sound(
                unit.unit(),
                new SoundEntry(
                        entry.ordinal(), entry.slot(), entry.identity(), entry.entry(), entry.sightings(), rendition));
    }

    private static UnitOutcome notWritten(UnitToRender unit, ObjectLocation target, Failure failure) {
        var what = "The video cannot be written to '" + target.key() + "': " + failure.message();
        return failure.code() == FailureCode.OBJECT_FORBIDDEN
                ? new UnitOutcome.Failed(unit.unit(), new Failure(FailureCode.WRITE_ACCESS_REQUIRED, what))
                : again(unit, new Failure(failure.code(), what));
    }

    /** Another attempt after 1, 2, 4 … seconds, at most a minute; none after the last. */
    private static UnitOutcome again(UnitToRender unit, Failure failure) {
        int attempt = unit.unit().attempt();
        if (!failure.code().retryable() || attempt >= ATTEMPTS) {
            return new UnitOutcome.Failed(unit.unit(), failure);
        }
        var pause = Duration.ofSeconds(1L << (attempt - 1));
        return new UnitOutcome.Later(unit.unit(), failure, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
