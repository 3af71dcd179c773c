package io.accession.core.thumbnail;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.MediaFacts;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of items. They are made when somebody asks for them, a few at a time, and kept. A group shows its first picture. Safe for use
 * by many threads.
 */
public final class Thumbnails {

    /** The lengths of edges that are made. */
    private static final int[] EDGES = {128, 256, 512, 1_024};

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long KEPT_BYTES = 4 << 20;
    private static final ReadBudget VIDEO = new ReadBudget(1_024, 96 << 20);
    private static final double EARLY = 0.1;

    private final Items items;
    private final Integrations integrations;
    private final ObjectStores stores;
    private final Thumbnailer thumbnailer;
    private final ThumbnailCache cache;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    public Thumbnails(
            Items items,
            Integrations integrations,
            ObjectStores stores,
            Thumbnailer thumbnailer,
            ThumbnailCache cache) {
        this.items = items;
        this.integrations = integrations;
        this.stores = stores;
        this.thumbnailer = thumbnailer;
        this.cache = cache;
    }

    /** At most {@code edge} pixels wide and high, brought up to the next length that is made. */
    public Thumbnail find(Principal asking, ItemId id, int edge) throws InterruptedException {
        var item = items.readAll(asking, List.of(id)).getFirst();
        return find(shown(asking, item).flatMap(Subject::of), item, edge);
    }

    /** As {@link #find}, but of the frame of a video that has the number; the first one has 0. */
    public Thumbnail findFrame(Principal asking, ItemId id, long frame, int edge) throws InterruptedException {
        var item = items.readAll(asking, List.of(id)).getFirst();
        return find(Subject.ofFrame(item, frame), item, edge);
    }

    private Thumbnail find(Optional<Subject> subject, RegisteredItem item, int edge) throws InterruptedException {
        if (subject.isEmpty()) {
            return new Thumbnail.None("There are no such pictures of items of the kind "
                    + item.item().kind().wireName() + ".");
        }
        try {
            return find(subject.get(), made(edge));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RegisteredItem> shown(Principal asking, RegisteredItem item) {
        return item.item().objectUrl() != null || !item.item().kind().isComposite()
                ? Optional.of(item)
                : items.listMembers(asking, item.item().id()).stream().findFirst();
    }

    /** What is decoded, and where it lies. */
    private record Subject(RegisteredItem item, PictureSource source, String url) {

        static Optional<Subject> of(RegisteredItem item) {
            return hasType(item, "image/") ? of(item, new PictureSource.Still()) : ofVideo(item);
        }

        private static Optional<Subject> of(RegisteredItem item, PictureSource source) {
            return Optional.ofNullable(item.item().objectUrl()).map(url -> new Subject(item, source, url));
        }

        private static boolean hasType(RegisteredItem item, String type) {
            var known = item.item().mimeType();
            return known != null && known.startsWith(type);
        }

        /** A little after the start, which is often black. */
        private static Optional<Subject> ofVideo(RegisteredItem item) {
            double seconds = item.facts() instanceof MediaFacts.Video video ? EARLY * video.durationSeconds() : 0;
            return hasType(item, "video/") ? of(item, new PictureSource.KeyFrame(seconds)) : Optional.empty();
        }

        /** Looks from the middle of the frame before on, so that rounded times do no harm. */
        static Optional<Subject> ofFrame(RegisteredItem item, long frame) {
            return item.facts() instanceof MediaFacts.Video video && video.framesPerSecond() > 0
                    ? of(item, new PictureSource.Frame(Math.max(0, (frame - 0.5) / video.framesPerSecond())))
                    : Optional.empty();
        }

        String key(int edge) {
            var text = item.item().id() + "\n" + url + "\n" + item.facts() + "\n" + source + "\n" + edge;
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    private static int made(int edge) {
        return IntStream.of(EDGES).filter(length -> length >= edge).findFirst().orElse(EDGES[EDGES.length - 1]);
    }

    private Thumbnail find(Subject subject, int edge) throws IOException, InterruptedException {
        var key = subject.key(edge);
        var kept = cache.find(key);
        if (kept.isPresent()) {
            return thumbnail(kept.get(), key);
        }
        if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Thumbnail.NotReadable("Many pictures are being made at the moment. Try again.");
        }
        try {
            var meanwhile = cache.find(key);
            return meanwhile.isPresent() ? thumbnail(meanwhile.get(), key) : make(subject, key, edge);
        } finally {
            turns.release();
        }
    }

    private static Thumbnail thumbnail(Path file, String key) throws IOException {
        return Files.size(file) == 0
                ? new Thumbnail.None("The object cannot be decoded.")
                : new Thumbnail.Picture(file, key);
    }

    private Thumbnail make(Subject subject, String key, int edge) throws IOException, InterruptedException {
        var integration = integration(subject.item());
        if (integration == null) {
            return new Thumbnail.NotReadable("The item's storage integration was removed.");
        }
        if (integration.strictClientOnly()) {
            return new Thumbnail.NotReadable("The item's storage integration does not let this server read.");
        }
        return switch (ObjectUrls.resolve(subject.url(), integration.addressing())) {
            case Resolution.Located(ObjectLocation location) -> make(subject, integration, location, key, edge);
            case Resolution.Refused(Failure failure) -> new Thumbnail.NotReadable(failure.message());
        };
    }

    private @Nullable StorageIntegration integration(RegisteredItem item) {
        var id = item.integration();
        return id == null ? null : integrations.find(id).orElse(null);
    }

    private Thumbnail make(
            Subject subject, StorageIntegration integration, ObjectLocation location, String key, int edge)
            throws IOException, InterruptedException {
        var draft = cache.draft();
        try {
            var store = stores.open(integration);
            var view = switch (subject.source()) {
                case PictureSource.Still _ ->
                    StoredObjectView.passing(store, location, ReadBudget.forRendering(), KEPT_BYTES);
                case PictureSource.KeyFrame _, PictureSource.Frame _ -> new StoredObjectView(store, location, VIDEO);
            };
            return switch (thumbnailer.make(view, subject.source(), edge, draft)) {
                case ThumbnailResult.Made _, ThumbnailResult.Impossible _ -> thumbnail(cache.keep(key, draft), key);
                case ThumbnailResult.Unavailable(Failure failure) -> new Thumbnail.NotReadable(failure.message());
            };
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
