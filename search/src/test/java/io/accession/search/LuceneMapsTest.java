package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.UserId;
import io.accession.core.map.EmbeddingMap.State;
import io.accession.core.map.MapBounds;
import io.accession.core.map.MapClaim;
import io.accession.core.map.PackedPoints;
import io.accession.core.registry.Principal;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ItemSupplement;
import io.accession.core.search.ItemText;
import io.accession.core.search.MapKey;
import io.accession.core.search.MapShape;
import io.accession.core.search.MappedPoints;
import io.accession.core.search.PointsAnswer;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import io.accession.testkit.map.MemoryMapStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneMapsTest {

    private static final FolderId FOLDER = new FolderId(new UUID(0, 1));
    private static final FolderId CLOSED = new FolderId(new UUID(0, 2));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ReadableFolders ALL = new ReadableFolders.All();
    private static final ReadableFolders OPEN = new ReadableFolders.Only(Set.of(FOLDER));
    private static final Principal ADMIN = new Principal(new UserId(new UUID(0, 1)), "ann@example.org", true);
    private static final SearchField CREATED = new SearchField.Property(ItemProperty.CREATED);
    private static final SearchField.Metadata LOOK = new SearchField.Metadata("look", new FieldType.Embedding(3, null));
    private static final SchemaVersion SCHEMA =
            new SchemaVersion(1, new UUID(0, 1), new MetadataSchema(Map.of(LOOK.key(), LOOK.type())), "", NOW);

    private final Path directory;
    private final MemoryFeed feed = new MemoryFeed();
    private final MemoryMapStore store = new MemoryMapStore(InstantSource.system());
    private final LuceneIndex index;
    private final LuceneMaps maps;

    LuceneMapsTest(@TempDir Path directory) {
        this.directory = directory;
        this.index = new LuceneIndex(directory.resolve("one"), feed, () -> Optional.of(SCHEMA), Clock.systemUTC());
        this.maps = new LuceneMaps(index, store, UUID.randomUUID(), 1);
    }

    @AfterEach
    void close() {
        maps.close();
        index.close();
    }

    private static ItemId id(int number) {
        return new ItemId(new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    private void image(int number, FolderId folder, double x, double y, double z) {
        feed.put(new SearchableItem(
                id(number),
                folder,
                ItemKind.IMAGE,
                number + ".jpg",
                null,
                null,
                false,
                null,
                "{\"look\": [" + x + ", " + y + ", " + z + "]}",
                NOW,
                NOW));
    }

    /** Twenty like each of three. */
    private void threeGroups() {
        for (int i = 0; i < 20; i++) {
            image(i, FOLDER, 1, 0.01 * i, 0);
            image(20 + i, FOLDER, 0, 1, 0.01 * i);
            image(40 + i, CLOSED, 0.01 * i, 0, 1);
        }
    }

    private void turn() throws IOException {
        while (!index.turn()) {
            // until the end of the feed
        }
        maps.turn();
        maps.turn();
    }

    private void computed() throws IOException {
        store.compute(ADMIN, "look");
        turn();
    }

    private record Place(double x, double y) {
        double from(Place other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    private MappedPoints points(Filter filter, ReadableFolders readable) {
        return switch (index.points(LOOK, filter, readable)) {
            case PointsAnswer.Found(var points) -> points;
            case PointsAnswer.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private Map<String, Place> places(ReadableFolders readable) {
        var points = points(Filter.everything(), readable);
        var places = new HashMap<String, Place>();
        for (int i = 0; i < points.frames().length; i++) {
            var item = new ItemId(new UUID(points.ids()[2 * i], points.ids()[2 * i + 1]));
            places.put(
                    item + " " + points.frames()[i],
                    new Place(points.coordinates()[2 * i], points.coordinates()[2 * i + 1]));
        }
        return places;
    }

    private static Place place(Map<String, Place> places, int number) {
        var place = places.get(id(number) + " -1");
        if (place == null) {
            throw new AssertionError(number + " is not on the map");
        }
        return place;
    }

    private SearchAnswer search(Filter filter) {
        return index.search(new SearchRequest(filter, null, new SearchOrder.Relevance(), List.of(), 100, null), ALL);
    }

    private static Filter around(int version, Place place, double distance) {
        return new Filter.OnMap(
                LOOK,
                version,
                new MapShape.Polygon(List.of(
                        new MapShape.Corner(place.x - distance, place.y - distance),
                        new MapShape.Corner(place.x + distance, place.y - distance),
                        new MapShape.Corner(place.x + distance, place.y + distance),
                        new MapShape.Corner(place.x - distance, place.y + distance))));
    }

    @Test
    void whatIsAlikeLiesTogetherAndIsCutToWhatMayBeRead() throws IOException {
        threeGroups();

        computed();

        assertThat(store.find("look").orElseThrow().state()).isEqualTo(State.READY);
        var places = places(ALL);
        assertThat(places).hasSize(60);
        assertThat(place(places, 0).from(place(places, 1)))
                .isLessThan(place(places, 0).from(place(places, 20)));
        assertThat(place(places, 21).from(place(places, 22)))
                .isLessThan(place(places, 21).from(place(places, 41)));
        assertThat(places(OPEN)).hasSize(40);
        assertThat(index.count(LOOK, OPEN)).isEqualTo(40);
        assertThat(points(new Filter.Items(Set.of(id(3), id(50))), OPEN).frames())
                .hasSize(1);
    }

    @Test
    void nothingIsComputedBeforeTheIndexHasCaughtUp() throws IOException {
        feed.hold();
        threeGroups();

        computed();

        assertThat(store.find("look").orElseThrow().state()).isEqualTo(State.COMPUTING);

        feed.letGo();
        turn();

        assertThat(store.find("look").orElseThrow().state()).isEqualTo(State.READY);
    }

    @Test
    void whatIsAddedIsPlacedAndMovesNothing() throws IOException {
        threeGroups();
        computed();
        var before = places(ALL);

        image(100, FOLDER, 1, 0.055, 0);
        turn();

        var after = places(ALL);
        assertThat(after).hasSize(61).containsAllEntriesOf(before);
        assertThat(place(after, 100).from(place(after, 5)))
                .isLessThan(place(after, 100).from(place(after, 25)));
        assertThat(store.find("look").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatChangesIsPlacedAnewAndWhatIsRemovedIsGone() throws IOException {
        threeGroups();
        computed();

        image(0, FOLDER, 0, 1, 0.055);
        feed.remove(id(1));
        turn();

        var places = places(ALL);
        assertThat(places).hasSize(59);
        assertThat(place(places, 0).from(place(places, 25)))
                .isLessThan(place(places, 0).from(place(places, 5)));
    }

    @Test
    void anAreaIsAFilterOfItsVersionOnly() throws IOException {
        threeGroups();
        computed();
        var middle = place(places(ALL), 10);

        assertThat(search(around(1, middle, 1e-3)))
                .isInstanceOfSatisfying(
                        SearchAnswer.Found.class,
                        found -> assertThat(found.hits().hits())
                                .extracting(SearchHits.Hit::item)
                                .contains(id(10)));
        assertThat(search(new Filter.Not(around(1, middle, 1e9))))
                .isInstanceOfSatisfying(
                        SearchAnswer.Found.class,
                        found -> assertThat(found.hits().total()).isZero());

        store.compute(ADMIN, "look");
        turn();

        assertThat(search(around(1, middle, 1))).isEqualTo(new SearchAnswer.MapChanged(LOOK, 2));
        assertThat(points(Filter.everything(), ALL).version()).isEqualTo(2);
    }

    @Test
    void anItemPassesWhenOneOfItsFramesLiesThere() throws IOException {
        threeGroups();
        feed.put(new SearchableItem(
                id(200),
                FOLDER,
                ItemKind.VIDEO,
                "v.mp4",
                null,
                null,
                false,
                new MediaFacts.Video("video/mp4", 1, 1, 1, 25, 10, null),
                "{\"$encord\": {\"frames\": {\"3\": {\"look\": [1, 0.1, 0]}, \"7\": {\"look\": [0, 1, 0.1]}}}}",
                NOW,
                NOW));
        computed();

        var places = places(ALL);
        assertThat(places).containsKeys(id(200) + " 3", id(200) + " 7").doesNotContainKey(id(200) + " -1");
        var frame = places.get(id(200) + " 7");
        assertThat(search(around(1, frame == null ? new Place(0, 0) : frame, 1e-3)))
                .isInstanceOfSatisfying(
                        SearchAnswer.Found.class,
                        found -> assertThat(found.hits().hits())
                                .extracting(SearchHits.Hit::item)
                                .contains(id(200)));
        assertThat(frames(around(1, frame == null ? new Place(0, 0) : frame, 1e-3)))
                .containsExactly(id(200) + " 7");
    }

    private List<String> frames(Filter filter) {
        var request = new SearchRequest(
                Filter.everything(), null, filter, new SearchOrder.ByField(CREATED, true), List.of(), 100, null);
        return index.search(request, ALL) instanceof SearchAnswer.Found found
                ? found.hits().hits().stream()
                        .map(hit -> hit.item() + " " + hit.frame())
                        .toList()
                : List.of();
    }

    @Test
    void whatItemsMeanHasAMapBesideThatOfAKeyOfTheSameName() throws IOException {
        var meaning = new SearchField.Property(ItemProperty.MEANING);
        for (int i = 0; i < 12; i++) {
            var vector = new float[ItemProperty.MEANING.dimensions()];
            vector[i % 3] = 1;
            vector[3] = 0.01f * i;
            feed.put(new SearchableItem(
                            id(300 + i),
                            FOLDER,
                            ItemKind.PLAIN_TEXT,
                            i + ".txt",
                            null,
                            null,
                            false,
                            null,
                            "{}",
                            NOW,
                            NOW)
                    .with(ItemSupplement.of(new ItemText(null, null, vector))));
        }
        store.compute(ADMIN, MapKey.MEANING.key());
        turn();

        assertThat(index.count(meaning, ALL)).isEqualTo(12);
        assertThat(index.points(meaning, new Filter.Items(Set.of(id(300))), ALL))
                .isInstanceOfSatisfying(
                        PointsAnswer.Found.class,
                        found -> assertThat(found.points().frames()).containsExactly(-1));
        assertThat(search(new Filter.OnMap(meaning, 1, new MapShape.Box(-1e6, -1e6, 1e6, 1e6))))
                .isInstanceOfSatisfying(
                        SearchAnswer.Found.class,
                        found -> assertThat(found.hits().total()).isEqualTo(12));
        assertThat(search(new Filter.OnMap(LOOK, 1, new MapShape.Box(-1, -1, 1, 1))))
                .isEqualTo(new SearchAnswer.MapChanged(LOOK, 0));
    }

    @Test
    void anotherProcessGoesOnWithWhatWasFittedAndShowsTheSame() throws IOException {
        threeGroups();
        computed();
        var places = places(ALL);
        try (var other = new LuceneIndex(
                        directory.resolve("other"), feed, () -> Optional.of(SCHEMA), Clock.systemUTC());
                var otherMaps = new LuceneMaps(other, store, UUID.randomUUID(), 1)) {
            other.turn();
            otherMaps.turn();

            assertThat(other.count(LOOK, ALL)).isEqualTo(60);
            image(100, FOLDER, 1, 0.055, 0);
            other.turn();
            otherMaps.turn();
            turn();

            assertThat(places(ALL)).hasSize(61).containsAllEntriesOf(places);
        }
    }

    @Test
    void whatWasFittedBeforeACrashIsNotFittedAgain() throws IOException {
        threeGroups();
        store.compute(ADMIN, "look");
        var crashed = new MapClaim("look", UUID.randomUUID());
        store.claim(crashed, Duration.ofMinutes(1));
        var fitted = PackedPoints.of(60);
        for (int i = 0; i < 60; i++) {
            fitted.add(new PackedPoints.Point(
                    id(i).value().getMostSignificantBits(), id(i).value().getLeastSignificantBits(), -1, i, i, 7));
        }
        store.append(crashed, 1, List.of(fitted.content(true)));
        store.claim(crashed, Duration.ofSeconds(-1));

        turn();

        assertThat(place(places(ALL), 33)).isEqualTo(new Place(33, 7));
        assertThat(store.find("look").orElseThrow().bounds()).isEqualTo(new MapBounds(0, 7, 59, 7));
    }

    @Test
    void whatAnotherProcessWorksOnIsLeftToIt() throws IOException {
        threeGroups();
        store.compute(ADMIN, "look");
        var claim = new MapClaim("look", UUID.randomUUID());
        store.claim(claim, Duration.ofMinutes(1));

        turn();
        assertThat(store.find("look").orElseThrow().state()).isEqualTo(State.COMPUTING);

        store.release(claim);
        turn();
        assertThat(store.find("look").orElseThrow().state()).isEqualTo(State.READY);
    }

    @Test
    void aMapOfNothingIsRefusedWithAReason() throws IOException {
        computed();

        assertThat(store.find("look").orElseThrow().fault()).contains("has no vector under 'look'");
        assertThat(index.count(LOOK, ALL)).isZero();
        assertThat(points(Filter.everything(), ALL).version()).isZero();
    }
}
