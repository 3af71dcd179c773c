package io.accession.testkit.map;

import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapBounds;
import io.accession.core.map.MapClaim;
import io.accession.core.map.MapStore;
import io.accession.core.map.PointSet;
import io.accession.core.registry.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps that are gone with the process. */
public final class MemoryMapStore implements MapStore {

    private final Map<String, Kept> maps = new TreeMap<>();
    private final InstantSource clock;

    public MemoryMapStore(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Kept {
        private EmbeddingMap map;
        private final Map<Integer, NavigableMap<Integer, PointSet>> sets = new TreeMap<>();
        private @Nullable UUID owner;
        private Instant until = Instant.MIN;

        Kept(EmbeddingMap map) {
            this.map = map;
        }

        private NavigableMap<Integer, PointSet> sets(int version) {
            return sets.computeIfAbsent(version, _ -> new TreeMap<>());
        }

        private void add(int version, List<PointSet.Content> contents) {
            for (var content : contents) {
                int number = sets(version).isEmpty() ? 1 : sets(version).lastKey() + 1;
                sets(version).put(number, new PointSet(number, content));
            }
        }

        private void wants(int progress) {
            map = new EmbeddingMap(map.key(), map.version(), map.computedAt(), map.bounds(), true, progress, null);
        }

        private void end(int version, @Nullable Instant at, @Nullable MapBounds bounds, @Nullable String fault) {
            map = new EmbeddingMap(map.key(), version, at, bounds, false, 0, fault);
            sets.keySet().removeIf(other -> other != version);
        }
    }

    @Override
    public synchronized Optional<EmbeddingMap> find(String key) {
        return Optional.ofNullable(maps.get(key)).map(kept -> kept.map);
    }

    @Override
    public synchronized List<EmbeddingMap> list() {
        return maps.values().stream().map(kept -> kept.map).toList();
    }

    @Override
    public synchronized EmbeddingMap compute(Principal asking, String key) {
        var kept = maps.computeIfAbsent(key, _ -> new Kept(EmbeddingMap.none(key)));
        kept.wants(kept.map.progress());
        return kept.map;
    }

    @Override
    public synchronized boolean claim(MapClaim claim, Duration lease) {
        var kept = maps.get(claim.key());
        if (kept == null || (!isOwner(kept, claim) && kept.owner != null && !kept.until.isBefore(clock.instant()))) {
            return false;
        }
        kept.owner = claim.owner();
        kept.until = clock.instant().plus(lease);
        return true;
    }

    private static boolean isOwner(Kept kept, MapClaim claim) {
        return claim.owner().equals(kept.owner);
    }

    private Optional<Kept> held(MapClaim claim) {
        return Optional.ofNullable(maps.get(claim.key()))
                .filter(kept -> isOwner(kept, claim) && !kept.until.isBefore(clock.instant()));
    }

    @Override
    public synchronized void release(MapClaim claim) {
        held(claim).ifPresent(kept -> kept.owner = null);
    }

    @Override
    public synchronized void report(MapClaim claim, int progress) {
        held(claim).filter(kept -> kept.map.isWanted()).ifPresent(kept -> kept.wants(progress));
    }

    @Override
    public synchronized List<PointSet> read(String key, int version, int after, int most) {
        var kept = maps.get(key);
        return kept == null
                ? List.of()
                : new ArrayList<>(kept.sets(version).tailMap(after, false).values())
                        .stream().limit(most).toList();
    }

    @Override
    public synchronized boolean append(MapClaim claim, int version, List<PointSet.Content> sets) {
        var kept = held(claim);
        kept.ifPresent(map -> map.add(version, sets));
        return kept.isPresent();
    }

    @Override
    public synchronized boolean replacePlaced(MapClaim claim, int version, int upTo, List<PointSet.Content> sets) {
        var kept = held(claim);
        kept.ifPresent(map -> {
            map.add(version, sets);
            map.sets(version)
                    .values()
                    .removeIf(set -> set.number() <= upTo && !set.content().areLandmarks());
        });
        return kept.isPresent();
    }

    @Override
    public synchronized boolean publish(MapClaim claim, MapBounds bounds) {
        var kept = held(claim);
        kept.ifPresent(map -> map.end(map.map.version() + 1, clock.instant(), bounds, null));
        return kept.isPresent();
    }

    @Override
    public synchronized void fail(MapClaim claim, String fault) {
        held(claim).ifPresent(kept -> kept.end(kept.map.version(), kept.map.computedAt(), kept.map.bounds(), fault));
    }
}
