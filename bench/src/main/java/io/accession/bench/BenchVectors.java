package io.accession.bench;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.embedding.ItemVector;
import io.accession.core.embedding.StoredVector;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.FeedState;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemSupplement;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import io.accession.core.search.Similar;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Vectors as models make them: in clusters, with far fewer degrees of freedom than numbers. Two of an item's values are filtered by: chance, and
 * how near its vector is to a direction, as a rank from 0 to 1.
 */
final class BenchVectors {

    /** How the items that a filter lets through lie to the vectors that are searched for. */
    enum Relation {
        UNRELATED,
        CORRELATED,
        OPPOSED
    }

    private static final int FREEDOM = 32;
    private static final int CLUSTERS = 500;
    private static final double SPREAD = 0.6;
    private static final double NOISE = 0.02;
    private static final long SEED = 20_260_501;
    private static final long FIRST_TRANSACTION = 100;
    private static final long LOW = 0x8000_0000_0000_0000L;
    private static final FolderId FOLDER = new FolderId(new UUID(0, 1));
    private static final SearchField.Metadata CHANCE =
            new SearchField.Metadata("chance", new FieldType.Scalar(ScalarType.NUMBER));
    private static final SearchField.Metadata NEARNESS =
            new SearchField.Metadata("nearness", new FieldType.Scalar(ScalarType.NUMBER));

    private final SearchField.Metadata field;
    private final float[][] projection;
    private final float[][] clusters;
    private final float[][] vectors;
    private final double[] chance;
    private final double[] nearness;
    private final float[] direction;

    BenchVectors(int items, int size) {
        var random = new Random(SEED);
        this.field = new SearchField.Metadata("clip", new FieldType.Embedding(size, null));
        this.projection = gaussian(random, FREEDOM, size);
        this.clusters = gaussian(random, CLUSTERS, FREEDOM);
        this.vectors = new float[items][];
        this.chance = random.doubles(items).toArray();
        for (int i = 0; i < items; i++) {
            vectors[i] = vector(random, clusters[random.nextInt(CLUSTERS)]);
        }
        this.direction = vector(random, clusters[0]);
        this.nearness = ranks();
    }

    private static float[][] gaussian(Random random, int rows, int columns) {
        var matrix = new float[rows][columns];
        for (var row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    private float[] vector(Random random, float[] around) {
        var vector = new float[projection[0].length];
        for (int i = 0; i < FREEDOM; i++) {
            float weight = (float) (around[i] + SPREAD * random.nextGaussian());
            for (int j = 0; j < vector.length; j++) {
                vector[j] += weight * projection[i][j];
            }
        }
        for (int j = 0; j < vector.length; j++) {
            vector[j] += (float) (NOISE * random.nextGaussian());
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static float dot(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + third + fourth;
    }

    private double[] ranks() {
        var order = IntStream.range(0, vectors.length).boxed().toArray(Integer[]::new);
        var cosine = new double[vectors.length];
        Arrays.setAll(cosine, i -> dot(vectors[i], direction));
        Arrays.sort(order, (a, b) -> Double.compare(cosine[b], cosine[a]));
        var ranks = new double[vectors.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = (double) rank / order.length;
        }
        return ranks;
    }

    /** Correlated ones lie where the filter lets the most through, opposed ones on the other side. */
    List<float[]> targets(Relation relation, int count) {
        var random = new Random(SEED + 1);
        return Stream.generate(() -> target(random, relation)).limit(count).toList();
    }

    private float[] target(Random random, Relation relation) {
        var vector = vector(random, clusters[random.nextInt(CLUSTERS)]);
        int sign = relation == Relation.UNRELATED ? 0 : relation == Relation.CORRELATED ? 1 : -1;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += sign * direction[i];
        }
        return unit(vector);
    }

    private double[] filtered(Relation relation) {
        return relation == Relation.UNRELATED ? chance : nearness;
    }

    SearchField.Metadata field() {
        return field;
    }

    /** One that lets a share of the items through. */
    Filter filter(Relation relation, double share) {
        var by = relation == Relation.UNRELATED ? CHANCE : NEARNESS;
        return share == 1
                ? new Filter.And(List.of())
                : new Filter.Range(by, null, new Filter.Bound(new TypedValue.Quantity(share), false));
    }

    int count() {
        return vectors.length;
    }

    float[] vector(int item) {
        return vectors[item];
    }

    /** Which one that is, by the half of its id that tells. */
    static int number(long low) {
        return (int) (low - LOW);
    }

    SearchRequest request(Relation relation, float[] target, double share, int most) {
        var filter = filter(relation, share);
        var similar = new Similar(field, List.of(new Similar.Anchor.Given(target)), List.of(), most);
        return new SearchRequest(filter, similar, new SearchOrder.Relevance(), List.of(), most, null);
    }

    /** By looking at all of them. */
    Set<ItemId> nearest(float[] target, Relation relation, double share, int most) {
        var filtered = filtered(relation);
        record Seen(int item, float cosine) {}
        var nearest = new PriorityQueue<Seen>((a, b) -> Float.compare(a.cosine(), b.cosine()));
        for (int i = 0; i < vectors.length; i++) {
            if (filtered[i] < share) {
                nearest.add(new Seen(i, dot(vectors[i], target)));
                if (nearest.size() > most) {
                    nearest.poll();
                }
            }
        }
        return nearest.stream().map(seen -> id(seen.item())).collect(Collectors.toSet());
    }

    MetadataSchema schema() {
        return new MetadataSchema(
                Map.of(field.key(), field.type(), CHANCE.key(), CHANCE.type(), NEARNESS.key(), NEARNESS.type()));
    }

    ReadableFolders readable() {
        return new ReadableFolders.All();
    }

    private static ItemId id(int item) {
        return new ItemId(new UUID(0x0195_0000_0000_7000L, LOW + item));
    }

    private SearchableItem item(int i) {
        return new SearchableItem(
                        id(i),
                        FOLDER,
                        ItemKind.IMAGE,
                        i + ".jpg",
                        null,
                        null,
                        false,
                        null,
                        "{\"chance\": " + chance[i] + ", \"nearness\": " + nearness[i] + "}",
                        Instant.EPOCH,
                        Instant.EPOCH)
                .with(ItemSupplement.of(List.of(new StoredVector(field.key(), ItemVector.NO_FRAME, vectors[i]))));
    }

    /** Each item is a transaction of its own. */
    ChangeFeed feed() {
        return new ChangeFeed() {
            @Override
            public FeedState state() {
                return new FeedState("bench", end(), end());
            }

            @Override
            public FeedBatch read(FeedMark after, int most) {
                int from = next(after);
                int until = Math.min(vectors.length, from + most);
                var changed = IntStream.range(from, until)
                        .mapToObj(BenchVectors.this::item)
                        .toList();
                var mark = until == from
                        ? after
                        : new FeedMark(
                                FIRST_TRANSACTION + until - 1, id(until - 1).value());
                return new FeedBatch(changed, List.of(), mark, until == vectors.length);
            }

            @Override
            public int countBehind(FeedMark after, int most) {
                return Math.min(most, vectors.length - next(after));
            }
        };
    }

    private long end() {
        return FIRST_TRANSACTION + vectors.length;
    }

    private static int next(FeedMark after) {
        return (int) Math.max(0, after.transaction() + 1 - FIRST_TRANSACTION);
    }
}
