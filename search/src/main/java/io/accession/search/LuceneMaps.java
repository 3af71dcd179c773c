package io.accession.search;

import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapClaim;
import io.accession.core.map.MapStore;
import io.accession.core.search.MapKey;
import io.accession.core.work.RenewedLease;
import io.accession.search.layout.Crew;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the maps of an index: reads what is stored, computes what is wanted, and places what the index has and a map has not. One map after the other, by one
 * process at a time for each; with half of the processors at most. Nothing is computed or placed of an index that has not caught up since the start: after a
 * crash it may lack what a map was asked for, or laid out by.
 */
public final class LuceneMaps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneMaps.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LuceneIndex index;
    private final MapStore store;
    private final UUID owner;
    private final int threads;
    private final TurnThread thread = new TurnThread("map-keeper", this::turnAndTell, GRACE);

    /** Segments that have no vector that is not on the map. */
    private final Map<PlacedPoints, Set<IndexReader.CacheKey>> complete = new ConcurrentHashMap<>();

    /** {@code owner} tells this process from others. Nothing happens before {@link #start}. */
    public LuceneMaps(LuceneIndex index, MapStore store, UUID owner) {
        this(index, store, owner, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** {@code threads} compute. */
    public LuceneMaps(LuceneIndex index, MapStore store, UUID owner, int threads) {
        this.index = index;
        this.store = store;
        this.owner = owner;
        this.threads = threads;
    }

    public void start() {
        thread.start();
    }

    private Duration turnAndTell() {
        try {
            turn();
            return POLL;
        } catch (CancellationException | AlreadyClosedException e) {
            LOG.debug("work on a map was called off and is begun again", e);
            return POLL;
        } catch (IOException | RuntimeException e) {
            if (!thread.isClosed()) {
                LOG.warn("work on maps failed and will be tried again: {}", e.toString());
                LOG.debug("the failure", e);
            }
            return PAUSE;
        }
    }

    /** Does what there is to do, once. */
    void turn() throws IOException {
        for (var map : store.list()) {
            if (map.version() > 0) {
                follow(map);
            }
            try (var held = index.reader().orElse(null)) {
                if (held != null && index.hasCaughtUp() && !thread.isClosed()) {
                    work(map, held.reader());
                }
            }
        }
    }

    private PlacedPoints known(EmbeddingMap map) {
        return index.maps()
                .find(map.key())
                .filter(points -> points.version() == map.version())
                .orElseGet(() -> new PlacedPoints(map.version()));
    }

    private void follow(EmbeddingMap map) {
        var points = known(map);
        MapWork.read(store, map.key(), points);
        show(map.key(), points);
    }

    private void show(String key, PlacedPoints points) {
        index.maps().put(key, points).filter(before -> before != points).ifPresent(complete::remove);
    }

    private void work(EmbeddingMap map, IndexReader reader) throws IOException {
        var claim = new MapClaim(map.key(), owner);
        if (map.isWanted()) {
            underClaim(claim, crew -> {
                var next = work(claim, reader, crew).compute(map, known(map));
                if (next != null) {
                    show(map.key(), next);
                    LOG.info(
                            "the map of '{}' is complete: {} points, version {}",
                            map.key(),
                            next.count(),
                            next.version());
                }
            });
        } else if (map.version() > 0 && map.fault() == null && isMissingSome(map, reader)) {
            underClaim(claim, crew -> {
                var points = known(map);
                MapWork.read(store, map.key(), points);
                work(claim, reader, crew).place(points);
            });
        }
    }

    private MapWork work(MapClaim claim, IndexReader reader, Crew crew) {
        return new MapWork(store, claim, reader, field(claim.key()), crew);
    }

    private static String field(String key) {
        return FieldNames.vectors(MapKey.fieldName(key));
    }

    @FunctionalInterface
    private interface Work {
        void with(Crew crew) throws IOException;
    }

    private void underClaim(MapClaim claim, Work work) throws IOException {
        if (!store.claim(claim, RenewedLease.LENGTH)) {
            return;
        }
        try (var lease = new RenewedLease(
                        "the map of '" + claim.key() + "'", () -> store.claim(claim, RenewedLease.LENGTH));
                var crew = new Crew(threads, () -> thread.isClosed() || lease.isLost())) {
            work.with(crew);
        } finally {
            store.release(claim);
        }
    }

    private boolean isMissingSome(EmbeddingMap map, IndexReader reader) throws IOException {
        var points = known(map);
        var known = complete.computeIfAbsent(points, _ -> new HashSet<>());
        var vectors = new MappedVectors(reader, field(map.key()));
        boolean isMissing = false;
        var now = new HashSet<IndexReader.CacheKey>();
        for (var segment : vectors.segments()) {
            var key = key(segment);
            if (known.contains(key) || !MissingPoints.areIn(vectors, segment.reader(), points)) {
                now.add(key);
            } else {
                isMissing = true;
            }
        }
        complete.put(points, now);
        return isMissing;
    }

    private static IndexReader.CacheKey key(LeafReaderContext segment) {
        return segment.reader().getCoreCacheHelper().getKey();
    }

    /** Calls off what is being computed; it goes on with the next start. */
    @Override
    public void close() {
        thread.close();
    }
}
