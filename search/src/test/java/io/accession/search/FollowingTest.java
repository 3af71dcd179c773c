package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.FieldInfos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

    private static final FolderId FOLDER = new FolderId(new UUID(0, 1));
    private static final FolderId OTHER_FOLDER = new FolderId(new UUID(0, 2));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SearchField SPEED = key("speed", ScalarType.NUMBER);
    private static final SearchField SPEED_AS_WORD = key("speed", ScalarType.VARCHAR);

    @TempDir
    private Path directory;

    private final MemoryFeed feed = new MemoryFeed();
    private final List<LuceneIndex> opened = new ArrayList<>();
    private SchemaVersion schema = schema(1, ScalarType.NUMBER);

    private static SearchField key(String key, ScalarType type) {
        return new SearchField.Metadata(key, new FieldType.Scalar(type));
    }

    private static SchemaVersion schema(int number, ScalarType speed) {
        var fields = Map.of("speed", new FieldType.Scalar(speed));
        return new SchemaVersion(number, new UUID(0, number), new MetadataSchema(fields), "", NOW);
    }

    private static SearchableItem item(int number, FolderId folder, String name, String metadata) {
        var id = new ItemId(new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
        return new SearchableItem(id, folder, ItemKind.IMAGE, name, null, null, false, null, metadata, NOW, NOW);
    }

    private static SearchableItem item(int number) {
        return item(number, FOLDER, number + ".jpg", "{\"speed\": " + number + "}");
    }

    private LuceneIndex index() {
        return index("index");
    }

    private LuceneIndex index(String place) {
        var index = new LuceneIndex(
                directory.resolve(place), feed, () -> Optional.of(schema), Clock.fixed(NOW, ZoneOffset.UTC));
        opened.add(index);
        return index;
    }

    @AfterEach
    void close() {
        opened.forEach(LuceneIndex::close);
    }

    private static List<String> names(LuceneIndex index, Filter filter) {
        var byName = new SearchOrder.ByField(new SearchField.Property(ItemProperty.NAME), false);
        var request = new SearchRequest(filter, null, byName, List.of(), 100, null);
        return switch (index.search(request, new ReadableFolders.All())) {
            case SearchAnswer.Found(var hits) ->
                hits.hits().stream()
                        .map(SearchHits.Hit::item)
                        .map(id -> Long.toString(id.value().getLeastSignificantBits() & 0xFFFF))
                        .toList();
            case SearchAnswer other -> List.of(other.getClass().getSimpleName());
        };
    }

    private static List<String> names(LuceneIndex index) {
        return names(index, Filter.everything());
    }

    @Test
    void anIndexThatWasNeverBuiltSaysSo() {
        assertThat(names(index())).containsExactly("NotReady");
        assertThat(index().status().answering()).isNull();
    }

    @Test
    void whatIsAddedChangedMovedAndRemovedIsSeen() throws IOException {
        var index = index();
        feed.put(item(1));
        feed.put(item(2));
        feed.put(item(3));
        index.turn();
        assertThat(names(index)).containsExactly("1", "2", "3");

        feed.remove(item(1).id());
        feed.put(item(2, FOLDER, "2.jpg", "{\"speed\": 50}"));
        feed.put(item(3, OTHER_FOLDER, "3.jpg", "{}"));
        feed.put(item(4));
        assertThat(names(index)).containsExactly("1", "2", "3");
        index.turn();

        assertThat(names(index)).containsExactly("2", "3", "4");
        assertThat(names(index, Filter.equalTo(SPEED, new TypedValue.Quantity(50))))
                .containsExactly("2");
        assertThat(names(index, new Filter.InFolders(Set.of(OTHER_FOLDER)))).containsExactly("3");
        assertThat(names(index, new Filter.Exists(SPEED))).containsExactly("2", "4");
    }

    @Test
    void whatChangesWhileAnIndexIsBuiltIsThereOnce() throws IOException {
        for (int i = 0; i < Following.BATCH + 10; i++) {
            feed.put(item(i));
        }
        var index = index();
        var behind = feed.state();
        feed.put(item(0, FOLDER, "changed.jpg", "{}"));
        assertThat(feed.state().horizon()).isGreaterThan(behind.horizon());
        while (!index.turn()) {}
        feed.put(item(1, FOLDER, "changed too.jpg", "{}"));
        feed.put(item(0, FOLDER, "changed again.jpg", "{}"));
        index.turn();

        assertThat(names(index, Filter.everything())).hasSize(100);
        assertThat(names(index, new Filter.Words(null, "changed"))).containsExactly("0", "1");
        assertThat(names(index, new Filter.Items(Set.of(item(0).id(), item(1).id()))))
                .hasSize(2);
    }

    @Test
    void aCollectionOfManyItemsIsAFilter() throws IOException {
        var index = index();
        for (int i = 0; i < 5; i++) {
            feed.put(item(i));
        }
        index.turn();

        var collected = IntStream.concat(IntStream.of(1, 3), IntStream.range(100, 20_000))
                .mapToObj(number -> item(number).id())
                .collect(Collectors.toSet());

        assertThat(names(index, new Filter.Items(collected))).containsExactly("1", "3");
        assertThat(names(index, new Filter.Not(new Filter.Items(collected)))).containsExactly("0", "2", "4");
    }

    @Test
    void tenThousandKeysAreFoundWhereTheyAreDeclaredAndPassedOverWhereTheyAreNot() throws IOException {
        var varchar = new FieldType.Scalar(ScalarType.VARCHAR);
        var declared = new TreeMap<String, FieldType>();
        var values = new StringJoiner(",", "{", "}");
        for (int i = 0; i < 10_000; i++) {
            declared.put("declared" + i, varchar);
            values.add("\"declared" + i + "\": \"value " + i + "\", \"stray" + i + "\": \"value " + i + "\"");
        }
        schema = new SchemaVersion(1, new UUID(0, 1), new MetadataSchema(declared), "", NOW);
        feed.put(item(1, FOLDER, "1.jpg", values.toString()));
        feed.put(item(2));
        var index = index();
        index.turn();

        var last = new SearchField.Metadata("declared9999", varchar);
        assertThat(names(index, Filter.equalTo(last, new TypedValue.Words("value 9999"))))
                .containsExactly("1");
        assertThat(names(index, new Filter.Words(null, "value"))).containsExactly("1");
        try (var held = index.reader().orElseThrow()) {
            assertThat(FieldInfos.getIndexedFields(held.reader())).noneMatch(field -> field.contains("stray"));
        }
    }

    @Test
    void aRebuiltIndexAnswersAsOneThatFollowed() throws IOException {
        var random = new Random(42);
        var followed = index("followed");
        for (int turn = 0; turn < 10; turn++) {
            for (int i = 0; i < 20; i++) {
                int number = random.nextInt(40);
                if (random.nextInt(4) == 0) {
                    feed.remove(item(number).id());
                } else {
                    feed.put(item(
                            number,
                            random.nextBoolean() ? FOLDER : OTHER_FOLDER,
                            "n" + random.nextInt(100),
                            "{\"speed\": " + random.nextInt(5) + "}"));
                }
            }
            followed.turn();
        }
        var rebuilt = index("rebuilt");
        rebuilt.turn();

        assertThat(names(rebuilt)).isNotEmpty().isEqualTo(names(followed));
        for (int speed = 0; speed < 5; speed++) {
            var filter = Filter.equalTo(SPEED, new TypedValue.Quantity(speed));
            assertThat(names(rebuilt, filter)).isEqualTo(names(followed, filter));
        }
        var inFolder = new Filter.InFolders(Set.of(FOLDER));
        assertThat(names(rebuilt, inFolder)).isEqualTo(names(followed, inFolder));
    }

    @Test
    void anIndexGoesOnWhereItWasClosed() throws IOException {
        feed.put(item(1));
        var first = index();
        first.turn();
        first.close();
        feed.put(item(2));

        var second = index();
        second.turn();

        assertThat(names(second)).containsExactly("1", "2");
        assertThat(directory.resolve("index/1")).isDirectory();
    }

    @Test
    void whatWasNotCommittedIsReadAgain() throws IOException {
        feed.put(item(1));
        var index = index();
        index.turn();
        feed.put(item(2));
        feed.remove(item(1).id());
        index.turn();
        copy(directory.resolve("index/1"), directory.resolve("killed/1"));

        var again = index("killed");
        again.turn();

        assertThat(names(again)).containsExactly("2");
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        try (var files = Files.list(source)) {
            for (var file : files.toList()) {
                if (!file.endsWith("write.lock")) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void theIndexOfAnotherCatalogueIsGivenUp() throws IOException {
        feed.put(item(1));
        feed.put(item(2));
        var index = index();
        index.turn();

        feed.remove(item(2).id());
        feed.restore();
        index.turn();

        assertThat(names(index)).containsExactly("1");
        assertThat(directory.resolve("index/1")).doesNotExist();
    }

    @Test
    void theIndexOfACatalogueThatWasSetBackInTimeIsGivenUp() throws IOException {
        feed.put(item(1));
        feed.put(item(2));
        index().turn();
        opened.getFirst().close();

        feed.setBack();
        var index = index();
        index.turn();

        assertThat(names(index)).containsExactly("1");
    }

    @Test
    void aDamagedIndexIsBuiltAnew() throws IOException {
        feed.put(item(1));
        index().turn();
        opened.getFirst().close();
        try (var files = Files.list(directory.resolve("index/1"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        var index = index();
        index.turn();

        assertThat(names(index)).containsExactly("1");
    }

    @Test
    void aChangedSchemaIsUnderstoodByAnIndexBuiltBesideTheOldOne() throws IOException {
        feed.put(item(1));
        var index = index();
        index.turn();
        assertThat(names(index, new Filter.Exists(SPEED))).containsExactly("1");

        schema = schema(2, ScalarType.VARCHAR);
        feed.put(item(2, FOLDER, "2.jpg", "{\"speed\": \"fast\"}"));
        index.turn();

        assertThat(names(index, Filter.equalTo(SPEED_AS_WORD, new TypedValue.Words("fast"))))
                .containsExactly("2");
        assertThat(index.status().answering())
                .satisfies(answering -> assertThat(answering.schemaVersion()).isEqualTo(2));
        assertThat(directory.resolve("index/1")).doesNotExist();
        assertThat(directory.resolve("index/2")).isDirectory();
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUp() throws IOException {
        feed.put(item(1));
        var index = new LuceneIndex(
                directory.resolve("slow"), feed, () -> Optional.of(schema), Clock.systemUTC(), Duration.ofNanos(1));
        opened.add(index);
        index.turn();

        assertThat(names(index)).containsExactly("TookTooLong");
    }

    @Test
    void theNextPageIsOfTheIndexAsItIs() throws IOException {
        feed.put(item(1));
        feed.put(item(2));
        var index = index();
        index.turn();
        assertThat(names(index)).containsExactly("1", "2");
        assertThat(names(index)).containsExactly("1", "2");

        feed.remove(item(1).id());
        index.turn();

        assertThat(names(index)).containsExactly("2");
    }

    @Test
    void theStatusTellsHowFarBehindTheIndexIs() throws IOException {
        feed.put(item(1));
        var index = index();
        index.turn();
        index.rebuild();
        feed.put(item(2));
        index.turn();

        var status = index.status();

        assertThat(status.problem()).isNull();
        assertThat(status.building()).isNull();
        assertThat(status.answering()).satisfies(answering -> {
            assertThat(answering.items()).isEqualTo(2);
            assertThat(answering.itemsBehind()).isZero();
            assertThat(answering.asOf()).isEqualTo(NOW);
            assertThat(answering.bytes()).isPositive();
        });
        assertThat(directory.resolve("index/2")).isDirectory();
    }
}
