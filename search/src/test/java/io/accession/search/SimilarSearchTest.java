package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.ItemVector;
import io.accession.core.embedding.StoredVector;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemSupplement;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchHits.Precision;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import io.accession.core.search.Similar;
import io.accession.core.search.Similar.Anchor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarSearchTest {

    private static final FolderId FOLDER = new FolderId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ReadableFolders OPEN = new ReadableFolders.Only(Set.of(FOLDER));
    private static final Filter ALL = new Filter.And(List.of());

    private static final SearchField.Metadata SPEED = key("speed", new FieldType.Scalar(ScalarType.NUMBER));
    private static final SearchField.Metadata NIGHT = key("night", new FieldType.Scalar(ScalarType.BOOLEAN));
    private static final SearchField.Metadata CLIP = key("clip", new FieldType.Embedding(2, null));
    private static final SearchField.Metadata LONG = key("long", new FieldType.Embedding(4_096, null));
    private static final SearchField.Metadata MIDDLE = key("middle", new FieldType.Embedding(16, null));

    @TempDir
    private Path directory;

    private final MemoryFeed feed = new MemoryFeed();
    private @Nullable LuceneIndex index;

    private static SearchField.Metadata key(String key, FieldType.Declared type) {
        return new SearchField.Metadata(key, type);
    }

    private static SchemaVersion schema() {
        var fields = Map.of(
                "speed",
                SPEED.type(),
                "night",
                NIGHT.type(),
                "clip",
                CLIP.type(),
                "long",
                LONG.type(),
                "middle",
                MIDDLE.type());
        return new SchemaVersion(1, new UUID(0, 1), new MetadataSchema(fields), "", NOW);
    }

    private LuceneIndex index() throws IOException {
        if (index == null) {
            index = new LuceneIndex(directory, feed, () -> Optional.of(schema()), Clock.systemUTC());
        }
        while (!index.turn()) {
            // until the end of the feed
        }
        return index;
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    private static ItemId id(int number) {
        return new ItemId(new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    private static SearchableItem item(
            int number, FolderId folder, ItemKind kind, @Nullable MediaFacts facts, String json) {
        return new SearchableItem(
                id(number), folder, kind, number + "", null, null, false, facts, json.replace('\'', '"'), NOW, NOW);
    }

    private void image(int number, String json) {
        feed.put(item(number, FOLDER, ItemKind.IMAGE, null, json));
    }

    private void video(int number, String frames) {
        var facts = new MediaFacts.Video("video/mp4", 1, 1, 1, 25, 10, null);
        feed.put(item(
                number,
                FOLDER,
                ItemKind.VIDEO,
                facts,
                "{'speed': " + number + ", '$encord': {'frames': " + frames + "}}"));
    }

    private static Anchor given(float... vector) {
        return new Anchor.Given(vector);
    }

    private static Similar like(Anchor... anchors) {
        return new Similar(CLIP, List.of(anchors), List.of(), 10);
    }

    private static SearchRequest request(Filter filter, Similar similar, int limit) {
        return new SearchRequest(filter, similar, new SearchOrder.Relevance(), List.of(), limit, null);
    }

    private SearchHits find(SearchRequest request) throws IOException {
        var answer = index().search(request, OPEN);
        assertThat(answer).isInstanceOf(SearchAnswer.Found.class);
        return ((SearchAnswer.Found) answer).hits();
    }

    private List<String> found(Filter filter, Similar similar) throws IOException {
        return shown(find(request(filter, similar, 100)));
    }

    private static List<String> shown(SearchHits hits) {
        return hits.hits().stream()
                .map(hit -> (hit.item().value().getLeastSignificantBits() & 0xFFFF)
                        + (hit.frame() == null ? "" : "/" + hit.frame()))
                .toList();
    }

    private static Filter faster(double speed) {
        return new Filter.Range(SPEED, new Filter.Bound(new TypedValue.Quantity(speed), true), null);
    }

    @Test
    void itemsAreCountedWithoutTheirFrames() throws IOException {
        image(1, "{'clip': [1, 0]}");
        video(2, "{'10': {'clip': [1, 0.1]}, '20': {'clip': [0, 1]}}");

        var hits = find(new SearchRequest(ALL, null, new SearchOrder.Relevance(), List.of(), 10, null));

        assertThat(shown(hits)).containsExactly("1", "2");
        assertThat(hits.total()).isEqualTo(2);
        var answering = index().status().answering();
        assertThat(answering).isNotNull();
        assertThat(answering == null ? -1 : answering.items()).isEqualTo(2);
    }

    @Test
    void storedVectorsCountBeforeThoseOfTheMetadata() throws IOException {
        feed.put(item(1, FOLDER, ItemKind.IMAGE, null, "{'clip': [1, 0]}")
                .with(ItemSupplement.of(List.of(
                        new StoredVector("clip", ItemVector.NO_FRAME, new float[] {0, 1}),
                        new StoredVector("clip", ItemVector.NO_FRAME, new float[] {0, 1, 2}),
                        new StoredVector("unknown", ItemVector.NO_FRAME, new float[] {1, 1})))));
        var facts = new MediaFacts.Video("video/mp4", 1, 1, 1, 25, 10, null);
        feed.put(item(2, FOLDER, ItemKind.VIDEO, facts, "{}")
                .with(ItemSupplement.of(List.of(new StoredVector("clip", 77, new float[] {1, 1})))));

        assertThat(found(ALL, like(given(0, 1)))).containsExactly("1", "2/77");
    }

    @Test
    void vectorsThatChangeOrGoAreSeen() throws IOException {
        video(1, "{'10': {'clip': [1, 0]}, '20': {'clip': [1, 1]}}");
        image(2, "{'clip': [0, 0]}");
        assertThat(found(ALL, like(given(1, 0)))).containsExactly("1/10", "1/20");

        video(1, "{'30': {'clip': [1, 0]}}");
        image(2, "{'clip': [0, 1]}");
        assertThat(found(ALL, like(given(1, 0)))).containsExactly("1/30", "2");

        feed.remove(id(1));
        assertThat(found(ALL, like(given(1, 0)))).containsExactly("2");
    }

    @Test
    void vectorsMayHaveFourThousandNumbers() throws IOException {
        var random = new Random(7);
        for (int i = 1; i <= 20; i++) {
            feed.put(item(i, FOLDER, ItemKind.IMAGE, null, "{}")
                    .with(ItemSupplement.of(List.of(new StoredVector("long", -1, vector(random, 4_096))))));
        }
        var similar = new Similar(LONG, List.of(new Anchor.OfItem(id(3))), List.of(), 5);

        assertThat(found(ALL, similar)).hasSize(5).doesNotContain("3");
    }

    private static float[] vector(Random random, int size) {
        var vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            ofA += a[i] * a[i];
            ofB += b[i] * b[i];
        }
        return dot / Math.sqrt(ofA * ofB);
    }

    /** Moved towards what the filter takes, or away from it. */
    private static float[] away(float[] vector, float[] from, int steps) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] += steps * from[i];
        }
        return vector;
    }

    /** {@code speed} tells how near an item is to the first: the filter takes what is nearest to it. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.8, 0.1})
    void amongManyNearlyAllOfTheNearestAreFound(double share) throws IOException {
        int count = 14_000;
        var random = new Random(11);
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            vectors.add(vector(random, 16));
            double nearness = cosine(vectors.getFirst(), vectors.get(i));
            feed.put(item(i, FOLDER, ItemKind.IMAGE, null, "{'speed': " + nearness + "}")
                    .with(ItemSupplement.of(List.of(new StoredVector("middle", -1, vectors.get(i))))));
        }
        var nearness = vectors.stream()
                .mapToDouble(one -> cosine(vectors.getFirst(), one))
                .sorted()
                .toArray();
        double threshold = share == 1 ? -2 : nearness[(int) (count * (1 - share))];
        var accepted = IntStream.range(0, count)
                .filter(i -> cosine(vectors.getFirst(), vectors.get(i)) >= threshold)
                .boxed()
                .toList();
        int hits = 0;
        var precision = Precision.EXACT;
        for (int query = 0; query < 20; query++) {
            var target = away(vector(random, 16), vectors.getFirst(), query % 3 - 1);
            var similar = new Similar(MIDDLE, List.of(given(target)), List.of(), 10);
            var answer = find(request(faster(threshold), similar, 10));
            var exact = accepted.stream()
                    .sorted(Comparator.comparingDouble(i -> -cosine(target, vectors.get(i))))
                    .limit(10)
                    .map(SimilarSearchTest::id)
                    .toList();
            hits += (int) answer.hits().stream()
                    .filter(hit -> exact.contains(hit.item()))
                    .count();
            precision = answer.precision();
        }

        assertThat(hits).isGreaterThanOrEqualTo(190);
        assertThat(precision).isEqualTo(share == 0.1 ? Precision.EXACT : Precision.ESTIMATED);
    }
}
