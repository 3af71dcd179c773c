package io.accession.testkit.search;

import static io.accession.testkit.search.MemoryValues.ORDER;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.SearchField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts items by their values. */
final class MemoryFacets {

    private final List<MemoryDocument> hits;

    MemoryFacets(List<MemoryDocument> hits) {
        this.hits = hits;
    }

    FacetCounts count(Facet facet) {
        return switch (facet) {
            case Facet.Terms terms -> terms(terms);
            case Facet.Histogram histogram -> histogram(histogram);
        };
    }

    private FacetCounts terms(Facet.Terms facet) {
        Map<TypedValue, Long> counts = hits.stream()
                .flatMap(hit -> hit.values(facet.field()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var terms = counts.entrySet().stream()
                .map(entry -> new FacetCounts.Term(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCounts.Term::count)
                        .reversed()
                        .thenComparing(FacetCounts.Term::value, ORDER))
                .limit(facet.most())
                .toList();
        return new FacetCounts.Terms(facet.field(), terms, counts.size(), missing(facet.field()));
    }

    private long missing(SearchField field) {
        return hits.stream().filter(hit -> hit.values(field).isEmpty()).count();
    }

    private FacetCounts histogram(Facet.Histogram facet) {
        double[] numbers = hits.stream()
                .flatMap(hit -> hit.values(facet.field()).stream())
                .mapToDouble(MemoryFacets::number)
                .sorted()
                .toArray();
        if (numbers.length == 0) {
            return new FacetCounts.Histogram(facet.field(), List.of(), missing(facet.field()));
        }
        double least = numbers[0];
        double greatest = numbers[numbers.length - 1];
        int buckets = least == greatest ? 1 : facet.buckets();
        double step = (greatest - least) / buckets;
        long[] counts = new long[buckets];
        for (double number : numbers) {
            counts[step == 0 ? 0 : Math.min(buckets - 1, (int) ((number - least) / step))]++;
        }
        var shown = IntStream.range(0, buckets)
                .mapToObj(i -> new FacetCounts.Bucket(
                        value(facet.field(), least + i * step),
                        value(facet.field(), i == buckets - 1 ? greatest : least + (i + 1) * step),
                        counts[i]))
                .toList();
        return new FacetCounts.Histogram(facet.field(), shown, missing(facet.field()));
    }

    private static double number(TypedValue value) {
        return switch (value) {
            case TypedValue.Quantity(var number) -> number;
            case TypedValue.Moment(var moment) -> ChronoUnit.MICROS.between(Instant.EPOCH, moment);
            case TypedValue.Flag _, TypedValue.Id _, TypedValue.Words _, TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("this is no scale");
        };
    }

    private static TypedValue value(SearchField field, double number) {
        return switch (field.kind()) {
            case DATETIME -> new TypedValue.Moment(Instant.EPOCH.plus(Math.round(number), ChronoUnit.MICROS));
            case NUMBER, BOOLEAN, UUID, ENUM, VARCHAR, TEXT, GEOSPATIAL, EMBEDDING -> new TypedValue.Quantity(number);
        };
    }
}
