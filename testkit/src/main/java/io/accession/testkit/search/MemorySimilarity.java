package io.accession.testkit.search;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.Similar;
import io.accession.core.search.Similar.Anchor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is like anchors by comparing them with everything. */
final class MemorySimilarity {

    private static final double NOTHING = 1e-6;

    private final Similar similar;
    private final List<MemoryDocument> readable;

    MemorySimilarity(Similar similar, List<MemoryDocument> readable) {
        this.similar = similar;
        this.readable = readable;
    }

    /** An item, or a frame of one. */
    record Neighbour(MemoryDocument item, MemoryDocument found, double cosine) {}

    /** An anchor that may not be read or has no vector. */
    Optional<Anchor> missing() {
        return Stream.concat(similar.like().stream(), similar.unlike().stream())
                .filter(anchor -> vector(anchor).isEmpty())
                .findFirst();
    }

    /** Empty when the anchors point nowhere together. None of them is {@link #missing}. */
    Optional<double[]> direction() {
        var like = middle(similar.like());
        var unlike = middle(similar.unlike());
        for (int i = 0; i < like.length; i++) {
            like[i] -= unlike[i];
        }
        return length(like) < NOTHING ? Optional.empty() : Optional.of(like);
    }

    /** Of the items and their frames, the nearest first. */
    List<Neighbour> nearest(List<MemoryDocument> items, double[] direction) {
        var anchors = Stream.concat(similar.like().stream(), similar.unlike().stream())
                .flatMap(anchor -> document(anchor).stream())
                .toList();
        return items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item), item.frames().stream())
                        .filter(document -> !anchors.contains(document))
                        .flatMap(document -> vector(document).stream()
                                .map(vector -> new Neighbour(item, document, cosine(vector, direction)))))
                .sorted(Comparator.comparingDouble(Neighbour::cosine).reversed())
                .limit(similar.most())
                .toList();
    }

    private double[] middle(List<Anchor> anchors) {
        var middle = new double[similar.field().dimensions()];
        for (var anchor : anchors) {
            var vector = vector(anchor).orElseThrow();
            double length = length(vector);
            for (int i = 0; i < middle.length; i++) {
                middle[i] += vector[i] / length / anchors.size();
            }
        }
        return middle;
    }

    private Optional<double[]> vector(Anchor anchor) {
        return anchor instanceof Anchor.Given(var numbers)
                ? Optional.of(wide(numbers))
                : document(anchor).flatMap(this::vector);
    }

    private Optional<MemoryDocument> document(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfItem(var id) ->
                readable.stream().filter(item -> item.item().id().equals(id)).findFirst();
            case Anchor.OfFrame(var id, var number) ->
                readable.stream()
                        .filter(item -> item.item().id().equals(id))
                        .flatMap(item -> item.frames().stream())
                        .filter(frame -> frame.frame() != null && frame.frame() == number)
                        .findFirst();
            case Anchor.Given _ -> Optional.empty();
            case Anchor.OfText _ -> throw new IllegalArgumentException("texts are encoded before an index is asked");
        };
    }

    /** Zeros point nowhere. */
    private Optional<double[]> vector(MemoryDocument document) {
        return document.value(similar.field()) instanceof TypedValue.Vector(var numbers)
                ? Optional.of(wide(numbers)).filter(vector -> length(vector) > 0)
                : Optional.empty();
    }

    private static double[] wide(float[] numbers) {
        var wide = new double[numbers.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = numbers[i];
        }
        return wide;
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double cosine(double[] a, double[] b) {
        return dot(a, b) / length(a) / length(b);
    }

    private static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
