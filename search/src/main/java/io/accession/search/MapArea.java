package io.accession.search;

import io.accession.core.search.MapShape;
import io.accession.core.search.MapShape.Corner;
import java.util.ArrayList;
import java.util.List;

/** Whether points lie in a part of a map, quickly. */
sealed interface MapArea {

    boolean contains(float x, float y);

    static MapArea of(MapShape shape) {
        return switch (shape) {
            case MapShape.Box(double minX, double minY, double maxX, double maxY) ->
                new Inside((float) minX, (float) minY, (float) maxX, (float) maxY);
            case MapShape.Polygon(var corners) -> new Around(corners);
        };
    }

    /** Of 32-bit numbers as points are, so that a point lies in the box that its own coordinates make, however they were written. */
    record Inside(float minX, float minY, float maxX, float maxY) implements MapArea {
        @Override
        public boolean contains(float x, float y) {
            return x >= minX && x <= maxX && y >= minY && y <= maxY;
        }
    }

    /** Edges are kept by the bands that they cross, so that a point is compared with few of them. */
    final class Around implements MapArea {

        private static final int MOST_BANDS = 1_024;

        private record Edge(Corner from, Corner to) {

            double least() {
                return Math.min(from.y(), to.y());
            }

            double greatest() {
                return Math.max(from.y(), to.y());
            }

            /** Whether a ray from the point to the right crosses it. */
            boolean isCrossed(double x, double y) {
                return (from.y() > y) != (to.y() > y)
                        && x < from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
            }
        }

        private final double least;
        private final double greatest;
        private final double height;
        private final int bands;
        private final List<List<Edge>> crossing = new ArrayList<>();

        Around(List<Corner> corners) {
            var edges = new ArrayList<Edge>();
            for (int i = 0; i < corners.size(); i++) {
                edges.add(new Edge(corners.get(i), corners.get((i + 1) % corners.size())));
            }
            this.least = edges.stream().mapToDouble(Edge::least).min().orElse(0);
            this.greatest = edges.stream().mapToDouble(Edge::greatest).max().orElse(0);
            this.bands = Math.min(MOST_BANDS, corners.size());
            this.height = Math.max((greatest - least) / bands, Double.MIN_NORMAL);
            for (int band = 0; band < bands; band++) {
                crossing.add(new ArrayList<>());
            }
            for (var edge : edges) {
                for (int band = band(edge.least()); band <= band(edge.greatest()); band++) {
                    crossing.get(band).add(edge);
                }
            }
        }

        private int band(double y) {
            return (int) Math.min(bands - 1, (y - least) / height);
        }

        @Override
        public boolean contains(float x, float y) {
            if (y < least || y > greatest) {
                return false;
            }
            boolean isInside = false;
            for (var edge : crossing.get(band(y))) {
                isInside ^= edge.isCrossed(x, y);
            }
            return isInside;
        }
    }
}
