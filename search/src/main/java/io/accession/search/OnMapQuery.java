package io.accession.search;

import io.accession.core.search.MapShape;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Items that lie in a part of a map, or a frame of which does; or the frames themselves. What was placed since it was made is another query's. */
final class OnMapQuery extends Query {

    private final String field;
    private final PlacedPoints points;
    private final int revision;
    private final MapShape part;
    private final SegmentPoints.Cache segments;
    private final boolean areFrames;

    /** {@code areFrames} for what lies there itself, whatever it is of. */
    OnMapQuery(String field, PlacedPoints points, MapShape part, SegmentPoints.Cache segments, boolean areFrames) {
        this.field = field;
        this.points = points;
        this.revision = points.revision();
        this.part = part;
        this.segments = segments;
        this.areFrames = areFrames;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        var area = MapArea.of(part);
        return new ItemsWeight(this, mode, segment -> items(segment, area));
    }

    private FixedBitSet items(LeafReaderContext segment, MapArea area) throws IOException {
        var placed = segments.of(segment.reader(), field, points);
        var live = segment.reader().getLiveDocs();
        var blocks = FrameBlocks.of(segment.reader());
        var items = new FixedBitSet(segment.reader().maxDoc());
        for (int document = 0; document < items.length(); document++) {
            if (area.contains(placed.x()[document], placed.y()[document]) && (live == null || live.get(document))) {
                items.set(areFrames ? document : blocks.item(document));
            }
        }
        return items;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String other) {
        return part + " of version " + points.version() + " of " + field;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OnMapQuery query
                && query.field.equals(field)
                && query.points == points
                && query.revision == revision
                && query.areFrames == areFrames
                && query.part.equals(part);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, revision, areFrames, part);
    }
}
