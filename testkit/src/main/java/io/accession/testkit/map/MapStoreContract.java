package io.accession.testkit.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.UserId;
import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.EmbeddingMap.State;
import io.accession.core.map.MapBounds;
import io.accession.core.map.MapClaim;
import io.accession.core.map.MapStore;
import io.accession.core.map.PointSet;
import io.accession.core.registry.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of maps promises. */
public abstract class MapStoreContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofSeconds(-1);
    private static final MapBounds BOUNDS = new MapBounds(-1, -2, 3, 4);
    private static final Principal SOMEBODY = new Principal(new UserId(new UUID(0, 1)), "ann@example.org", true);

    private final String key = "look " + UUID.randomUUID();
    private final MapClaim claim = new MapClaim(key, UUID.randomUUID());
    private final MapClaim another = new MapClaim(key, UUID.randomUUID());

    protected abstract MapStore store();

    private static PointSet.Content landmarks(int... bytes) {
        return new PointSet.Content(true, bytes(bytes));
    }

    private static PointSet.Content placed(int... bytes) {
        return new PointSet.Content(false, bytes(bytes));
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private EmbeddingMap map() {
        return store().find(key).orElseThrow();
    }

    private List<Integer> firstBytes(int version, int after) {
        return store().read(key, version, after, 100).stream()
                .map(set -> (int) set.content().points()[0])
                .toList();
    }

    private void wanted() {
        store().compute(SOMEBODY, key);
        store().claim(claim, LEASE);
    }

    private void published() {
        wanted();
        store().append(claim, 1, List.of(landmarks(1), placed(2)));
        store().publish(claim, BOUNDS);
    }

    @Test
    protected void aMapThatNobodyAskedForIsNotThere() {
        assertThat(store().find(key)).isEmpty();
        assertThat(store().claim(claim, LEASE)).isFalse();
        assertThat(store().append(claim, 1, List.of(placed(1)))).isFalse();
    }

    @Test
    protected void aMapIsComputedUntilItIsPublished() {
        wanted();
        assertThat(map().state()).isEqualTo(State.COMPUTING);
        store().report(claim, 120);
        assertThat(map().progress()).isEqualTo(120);
        assertThat(store().compute(SOMEBODY, key).progress())
                .as("asking again lets it go on")
                .isEqualTo(120);

        store().append(claim, 1, List.of(landmarks(7, 8)));
        assertThat(store().publish(claim, BOUNDS)).isTrue();

        assertThat(map().state()).isEqualTo(State.READY);
        assertThat(map().version()).isEqualTo(1);
        assertThat(map().bounds()).isEqualTo(BOUNDS);
        assertThat(map().computedAt()).isNotNull();
        assertThat(store().list()).contains(map());
        assertThat(store().read(key, 1, 0, 10)).singleElement().satisfies(set -> {
            assertThat(set.content().areLandmarks()).isTrue();
            assertThat(set.content().points()).containsExactly(7, 8);
        });
    }

    @Test
    protected void theNextVersionTakesThePlaceOfThePresentOneWhenItIsPublished() {
        published();
        store().compute(SOMEBODY, key);
        store().append(claim, 2, List.of(landmarks(3)));
        assertThat(map().version()).isEqualTo(1);
        assertThat(firstBytes(1, 0)).containsExactly(1, 2);

        store().publish(claim, BOUNDS);

        assertThat(map().version()).isEqualTo(2);
        assertThat(firstBytes(1, 0)).isEmpty();
        assertThat(firstBytes(2, 0)).containsExactly(3);
    }

    @Test
    protected void aFailureLeavesThePresentVersionAsItIs() {
        published();
        store().compute(SOMEBODY, key);
        store().append(claim, 2, List.of(landmarks(3)));

        store().fail(claim, "It was too much.");

        assertThat(map().state()).isEqualTo(State.FAILED);
        assertThat(map().fault()).isEqualTo("It was too much.");
        assertThat(map().version()).isEqualTo(1);
        assertThat(firstBytes(1, 0)).containsExactly(1, 2);
        assertThat(firstBytes(2, 0)).isEmpty();
        assertThat(store().compute(SOMEBODY, key).fault()).isNull();
    }

    @Test
    protected void setsAreReadBehindTheLastOneThatIsKnown() {
        published();

        store().append(claim, 1, List.of(placed(3), placed(4)));

        assertThat(firstBytes(1, 2)).containsExactly(3, 4);
        assertThat(store().read(key, 1, 0, 2)).extracting(PointSet::number).containsExactly(1, 2);
    }

    @Test
    protected void placedSetsAreReplacedAndLandmarksStay() {
        published();
        store().append(claim, 1, List.of(placed(3)));

        assertThat(store().replacePlaced(claim, 1, 3, List.of(placed(9)))).isTrue();

        assertThat(firstBytes(1, 0)).containsExactly(1, 9);
        assertThat(firstBytes(1, 3)).containsExactly(9);
    }

    @Test
    protected void aMapIsOneProcessesAtATime() {
        wanted();
        assertThat(store().claim(another, LEASE)).isFalse();
        assertThat(store().append(another, 1, List.of(placed(1)))).isFalse();

        store().release(claim);

        assertThat(store().claim(another, LEASE)).isTrue();
        assertThat(store().publish(claim, BOUNDS)).isFalse();
    }

    @Test
    protected void aClaimThatRanOutIsLost() {
        wanted();
        store().claim(claim, OVER);

        assertThat(store().append(claim, 1, List.of(placed(1)))).isFalse();
        assertThat(store().claim(another, LEASE)).isTrue();
        assertThat(store().claim(claim, LEASE)).isFalse();
    }
}
