package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.quality.PictureQuality;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.Comparison;
import io.accession.core.search.Comparison.Choice;
import io.accession.core.search.ComparisonAnswer;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ItemSupplement;
import io.accession.core.search.Measure;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchableItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {

    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final FolderId FOLDER = FolderId.of("00000000-0000-7000-8000-00000000f001");
    private static final FolderId CLOSED = FolderId.of("00000000-0000-7000-8000-00000000f002");
    private static final ReadableFolders OPEN = new ReadableFolders.Only(Set.of(FOLDER));
    private static final SearchField.Metadata LOOK = new SearchField.Metadata("look", new FieldType.Embedding(2, null));
    private static final Measure BY_LOOK = new Measure.Embedding(LOOK);
    private static final Measure BY_PIXELS = new Measure.Pixels();

    @TempDir
    private Path directory;

    private final MemoryFeed feed = new MemoryFeed();
    private @Nullable LuceneIndex index;

    @BeforeEach
    void open() {
        var schema = new SchemaVersion(1, new UUID(0, 1), new MetadataSchema(Map.of("look", LOOK.type())), "", NOW);
        index = new LuceneIndex(directory, feed, () -> Optional.of(schema), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        index().close();
    }

    private LuceneIndex index() {
        if (index == null) {
            throw new IllegalStateException("not opened");
        }
        return index;
    }

    private void follow() throws IOException {
        while (!index().turn()) {
            // until the end of the feed
        }
    }

    private static ItemId id(int number) {
        return new ItemId(new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    private static SearchableItem item(int number, FolderId folder, String metadata) {
        return new SearchableItem(
                id(number), folder, ItemKind.IMAGE, number + "", null, null, false, null, metadata, NOW, NOW);
    }

    private void looks(int number, FolderId folder, double x, double y) {
        feed.put(item(number, folder, "{\"look\": [" + x + ", " + y + "]}"));
    }

    private void measured(int number, FolderId folder, @Nullable Long hash) {
        feed.put(item(number, folder, "{}").with(ItemSupplement.of(new PictureQuality(0.5, 0.2, 100, 0.3, 40, hash))));
    }

    private static Comparison.NearDuplicates duplicates(Measure by, double threshold) {
        return new Comparison.NearDuplicates(Filter.everything(), by, threshold);
    }

    private static <T> ComparisonAnswer.Compared<T> compared(ComparisonAnswer<T> answer) {
        assertThat(answer).isInstanceOf(ComparisonAnswer.Compared.class);
        return (ComparisonAnswer.Compared<T>) answer;
    }

    private static List<Integer> numbers(List<ComparisonAnswer.Placed> placed) {
        return placed.stream()
                .map(one -> (int) one.item().value().getLeastSignificantBits())
                .toList();
    }

    private List<List<Integer>> groups(Comparison.NearDuplicates question) {
        return compared(index().nearDuplicates(question, OPEN)).found().stream()
                .map(group -> numbers(group.items()))
                .toList();
    }

    @Test
    void itemsWhoseEmbeddingsAreNearAreGroupedWithTheirDistancesToTheFirst() throws IOException {
        looks(3, FOLDER, 1, 0.1);
        looks(1, FOLDER, 1, 0);
        follow();
        looks(2, FOLDER, 0, 1);
        looks(4, FOLDER, 2, 0.01); // in another segment, and of another length
        looks(5, FOLDER, 0, 0); // points nowhere
        follow();

        var answer = compared(index().nearDuplicates(duplicates(BY_LOOK, 0.02), OPEN));

        assertThat(answer.candidates()).isEqualTo(4);
        assertThat(answer.found()).hasSize(1);
        var group = answer.found().getFirst();
        assertThat(group.size()).isEqualTo(3);
        assertThat(numbers(group.items())).containsExactly(1, 4, 3);
        assertThat(group.items().getFirst().distance()).isEqualTo(0);
        assertThat(group.items().getLast().distance()).isCloseTo(1 - 1 / Math.sqrt(1.01), within(1e-6));
    }

    @Test
    void whatMayNotBeReadOrDoesNotPassIsNotCompared() throws IOException {
        looks(1, FOLDER, 1, 0);
        looks(2, CLOSED, 1, 0);
        looks(3, FOLDER, 1, 0);
        looks(4, FOLDER, 1, 0);
        measured(5, CLOSED, 7L);
        measured(6, FOLDER, 7L);
        follow();
        var someItems = new Filter.Items(Set.of(id(1), id(2), id(3)));

        assertThat(groups(duplicates(BY_LOOK, 0))).containsExactly(List.of(1, 3, 4));
        assertThat(groups(new Comparison.NearDuplicates(someItems, BY_LOOK, 0))).containsExactly(List.of(1, 3));
        assertThat(groups(duplicates(BY_PIXELS, 0))).isEmpty();
    }

    @Test
    void picturesWhoseHashesDifferInFewBitsAreGrouped() throws IOException {
        measured(1, FOLDER, 0b1111L);
        measured(2, FOLDER, -1L);
        measured(3, FOLDER, 0b1000L);
        measured(4, FOLDER, null);
        looks(5, FOLDER, 1, 0);
        follow();

        assertThat(groups(duplicates(BY_PIXELS, 3))).containsExactly(List.of(1, 3));
        assertThat(groups(duplicates(BY_PIXELS, 2))).isEmpty();
        assertThat(compared(index().nearDuplicates(duplicates(BY_PIXELS, 2), OPEN))
                        .candidates())
                .isEqualTo(3);
    }

    @Test
    void itemsArePickedInTheOrderOfTheirDistances() throws IOException {
        double[] degrees = {0, 1, 2, 90, 91, 200};
        for (int i = 0; i < degrees.length; i++) {
            double angle = Math.toRadians(degrees[i]);
            looks(i + 1, FOLDER, Math.cos(angle), Math.sin(angle));
        }
        follow();

        var diverse =
                compared(index().pick(new Comparison.Pick(Filter.everything(), BY_LOOK, Choice.DIVERSE, 3), OPEN));
        var outliers =
                compared(index().pick(new Comparison.Pick(Filter.everything(), BY_LOOK, Choice.OUTLIERS, 1), OPEN));

        assertThat(numbers(diverse.found())).containsExactly(1, 6, 5);
        assertThat(diverse.found().getFirst().distance()).isNull();
        assertThat(numbers(outliers.found())).containsExactly(6);
        assertThat(outliers.candidates()).isEqualTo(6);
    }

    @Test
    void metricsAreFieldsThatMeasuredPicturesHave() throws IOException {
        measured(1, FOLDER, null);
        looks(2, FOLDER, 1, 0);
        follow();

        for (var metric : Arrays.asList(
                ItemProperty.BRIGHTNESS,
                ItemProperty.CONTRAST,
                ItemProperty.SHARPNESS,
                ItemProperty.BLUR,
                ItemProperty.COLORFULNESS)) {
            var field = new SearchField.Property(metric);
            var exists = new Comparison.Pick(new Filter.Exists(field), BY_LOOK, Choice.DIVERSE, 3);
            assertThat(compared(index().pick(exists, OPEN)).candidates()).isZero();
            var not = new Comparison.Pick(new Filter.Not(new Filter.Exists(field)), BY_LOOK, Choice.DIVERSE, 3);
            assertThat(compared(index().pick(not, OPEN)).candidates()).isEqualTo(1);
        }
    }
}
