package io.accession.search;

import io.accession.core.search.Comparison;
import io.accession.core.search.ComparisonAnswer;
import io.accession.core.search.ComparisonAnswer.Group;
import io.accession.core.search.ComparisonAnswer.Placed;
import io.accession.core.search.Measure;
import io.accession.core.search.SearchHits.Precision;
import io.accession.search.compare.DiverseChoice;
import io.accession.search.compare.HashPoints;
import io.accession.search.compare.NearDuplicates;
import io.accession.search.compare.Outliers;
import io.accession.search.compare.Points;
import io.accession.search.compare.Scored;
import io.accession.search.compare.VectorPoints;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/** Compares the items that pass a filter, as the index knows them at one moment. */
final class ComparisonSearch {

    /** Members of a group that are told, the first included. */
    private static final int MOST_MEMBERS = 1_000;

    private final IndexReader index;
    private final Matches matches;
    private final Deadline deadline;

    ComparisonSearch(IndexReader index, Matches matches, Deadline deadline) {
        this.index = index;
        this.matches = matches;
        this.deadline = deadline;
    }

    ComparisonAnswer<Group> nearDuplicates(Comparison.NearDuplicates question) throws IOException {
        var items = items(question.by());
        if (items.count() > ComparedItems.MOST) {
            return new ComparisonAnswer.TooMany<>(items.count(), ComparedItems.MOST);
        }
        return switch (question.by()) {
            case Measure.Pixels _ -> {
                var points = new HashPoints(items.hashes());
                var found = NearDuplicates.of(points, (int) question.threshold(), deadline::check);
                yield groups(items, points, found);
            }
            case Measure.Embedding embedding -> {
                var points = vectors(items, embedding);
                yield groups(items, points, NearDuplicates.of(points, question.threshold(), deadline::check));
            }
        };
    }

    ComparisonAnswer<Placed> pick(Comparison.Pick question) throws IOException {
        var items = items(question.by());
        if (items.count() > ComparedItems.MOST) {
            return new ComparisonAnswer.TooMany<>(items.count(), ComparedItems.MOST);
        }
        var points = points(items, question.by());
        return switch (question.choice()) {
            case DIVERSE -> {
                var picked = DiverseChoice.of(points, question.count(), deadline::check);
                yield compared(placed(items, picked.stream()), items, true);
            }
            case OUTLIERS -> {
                var found = Outliers.of(points, question.count(), deadline::check);
                yield compared(placed(items, found.outliers().stream()), items, found.isExact());
            }
        };
    }

    private ComparedItems items(Measure by) throws IOException {
        return switch (by) {
            case Measure.Pixels _ -> ComparedItems.withHashes(matches, deadline);
            case Measure.Embedding(var field) -> ComparedItems.withVectors(matches, FieldNames.values(field), deadline);
        };
    }

    private Points points(ComparedItems items, Measure by) throws IOException {
        return switch (by) {
            case Measure.Pixels _ -> new HashPoints(items.hashes());
            case Measure.Embedding embedding -> vectors(items, embedding);
        };
    }

    private VectorPoints vectors(ComparedItems items, Measure.Embedding by) throws IOException {
        var field = by.field();
        return new VectorPoints(new StoredVectors(items, index, FieldNames.values(field), field.dimensions()));
    }

    private ComparisonAnswer<Group> groups(ComparedItems items, Points points, NearDuplicates.Found found) {
        var groups = found.groups().stream()
                .map(group -> new Group(group.length, members(items, points, group)))
                .toList();
        return compared(groups, items, found.isExact());
    }

    private List<Placed> members(ComparedItems items, Points points, int[] group) {
        deadline.check();
        var others = Arrays.stream(group)
                .skip(1)
                .mapToObj(point -> new Scored(point, points.distance(group[0], point)))
                .sorted(Scored.NEAREST_FIRST)
                .limit(MOST_MEMBERS - 1L);
        return placed(items, Stream.concat(Stream.of(new Scored(group[0], 0)), others));
    }

    private static List<Placed> placed(ComparedItems items, Stream<Scored> points) {
        return points.map(one ->
                        new Placed(items.item(one.point()), Double.isNaN(one.distance()) ? null : one.distance()))
                .toList();
    }

    private static <T> ComparisonAnswer<T> compared(List<T> found, ComparedItems items, boolean isExact) {
        return new ComparisonAnswer.Compared<>(found, items.count(), isExact ? Precision.EXACT : Precision.ESTIMATED);
    }
}
