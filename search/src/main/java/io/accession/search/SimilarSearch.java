package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchHits.Precision;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchPosition;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.Similar;
import io.accession.search.NeighbourSearch.Candidates;
import io.accession.search.Neighbours.Neighbour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Finds items and frames that are like others. What facets count are the items that were found, or whose frames were. */
final class SimilarSearch {

    /** The bytes of ids compared as they stand, which is how hits are sorted; an item before its frames. */
    private static final Comparator<Hit> BY_ID = Comparator.<Hit>comparingLong(
                    hit -> Encoding.half(hit.item.value().getMostSignificantBits()))
            .thenComparingLong(hit -> Encoding.half(hit.item.value().getLeastSignificantBits()))
            .thenComparingLong(Hit::frameOrLess);

    private static final Comparator<Hit> BY_LIKENESS =
            Comparator.comparingDouble(Hit::cosine).reversed().thenComparing(BY_ID);

    private final IndexSearcher searcher;
    private final IndexThreads threads;
    private final Deadline deadline;

    SimilarSearch(IndexSearcher searcher, IndexThreads threads, Deadline deadline) {
        this.searcher = searcher;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** {@code document} is the item's, in the whole index. */
    private record Hit(int document, ItemId item, @Nullable Long frame, double cosine) {

        long frameOrLess() {
            return frame == null ? -1 : frame;
        }

        SearchHits.Hit shown() {
            return new SearchHits.Hit(item, frame, cosine);
        }
    }

    /** {@code matches} are the items that pass the filter and may be read. */
    SearchAnswer search(SearchRequest request, Similar similar, Matches matches, ReadableFolders readable)
            throws IOException {
        var field = FieldNames.values(similar.field());
        var anchors = new Anchors(searcher, readable, field);
        var target = anchors.direction(similar);
        if (anchors.missing().isPresent()) {
            return new SearchAnswer.AnchorMissing(anchors.missing().get());
        }
        if (target.isEmpty()) {
            return new SearchAnswer.AnchorsCancel();
        }
        var blocks = blocks(matches);
        var neighbours = NeighbourSearch.find(
                field,
                target.get(),
                similar.most(),
                matches.leaves().stream()
                        .map(leaf -> candidates(leaf, blocks, anchors.places()))
                        .toList(),
                threads,
                deadline);
        var hits = hits(neighbours, matches, blocks);
        var items = items(hits, matches);
        var facets = new ArrayList<FacetCounts>();
        for (var facet : request.facets()) {
            facets.add(FacetCounting.count(facet, items, threads, deadline));
        }
        return page(request, ordered(request, hits, items), facets, neighbours.isExact());
    }

    private static List<FrameBlocks> blocks(Matches matches) throws IOException {
        var blocks = new ArrayList<FrameBlocks>();
        for (var leaf : matches.leaves()) {
            blocks.add(FrameBlocks.of(leaf.segment().reader()));
        }
        return blocks;
    }

    private static Candidates candidates(Matches.Leaf leaf, List<FrameBlocks> blocks, Set<Anchors.Place> anchors) {
        int place = leaf.segment().ord;
        var documents = blocks.get(place).withFrames(leaf.documents());
        anchors.stream()
                .filter(anchor -> anchor.segment() == place)
                .forEach(anchor -> documents.clear(anchor.document()));
        return new Candidates(place, leaf.segment().reader(), documents);
    }

    /** In no order. */
    private static List<Hit> hits(Neighbours neighbours, Matches matches, List<FrameBlocks> blocks) throws IOException {
        var bySegment = new HashMap<Integer, List<Neighbour>>();
        neighbours
                .nearest()
                .forEach(one -> bySegment
                        .computeIfAbsent(one.segment(), _ -> new ArrayList<>())
                        .add(one));
        var hits = new ArrayList<Hit>();
        for (var segment : bySegment.entrySet()) {
            var leaf = matches.leaves().get(segment.getKey()).segment();
            var here = blocks.get(segment.getKey());
            var frames = here.numbers();
            var high = leaf.reader().getNumericDocValues(FieldNames.ID_HIGH);
            var low = leaf.reader().getNumericDocValues(FieldNames.ID_LOW);
            segment.getValue().sort(Comparator.comparingInt(Neighbour::document));
            for (var one : segment.getValue()) {
                int item = here.item(one.document());
                high.advanceExact(item);
                low.advanceExact(item);
                var id = new ItemId(new UUID(Encoding.half(high.longValue()), Encoding.half(low.longValue())));
                Long frame = frames.advanceExact(one.document()) ? frames.longValue() : null;
                hits.add(new Hit(leaf.docBase + item, id, frame, one.cosine()));
            }
        }
        return hits;
    }

    private static Matches items(List<Hit> hits, Matches matches) {
        var leaves = new ArrayList<Matches.Leaf>();
        for (var leaf : matches.leaves()) {
            int base = leaf.segment().docBase;
            int size = leaf.segment().reader().maxDoc();
            var documents = new FixedBitSet(size);
            for (var hit : hits) {
                if (hit.document >= base && hit.document < base + size) {
                    documents.set(hit.document - base);
                }
            }
            leaves.add(new Matches.Leaf(leaf.segment(), documents, documents.cardinality()));
        }
        return Matches.of(leaves);
    }

    private record Placed(Hit hit, SearchPosition position) {}

    private List<Placed> ordered(SearchRequest request, List<Hit> hits, Matches items) throws IOException {
        return switch (request.order()) {
            case SearchOrder.Relevance _ ->
                hits.stream()
                        .sorted(BY_LIKENESS)
                        .map(hit -> new Placed(hit, position(new TypedValue.Quantity(hit.cosine), hit)))
                        .toList();
            case SearchOrder.ByField _ -> byField(Ordering.ofItems(request.order()), hits, items);
        };
    }

    private List<Placed> byField(Ordering ordering, List<Hit> hits, Matches items) throws IOException {
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Hit>> ofItem = new HashMap<>();
        hits.forEach(hit ->
                ofItem.computeIfAbsent(hit.document, _ -> new ArrayList<>()).add(hit));
        int count = ofItem.size();
        var sorted = searcher.search(
                new MatchesQuery(items), new TopFieldCollectorManager(ordering.sort(), count, null, count));
        var placed = new ArrayList<Placed>();
        for (var one : sorted.scoreDocs) {
            var value = ordering.position((FieldDoc) one).value();
            ofItem.getOrDefault(one.doc, List.of()).stream()
                    .sorted(BY_ID)
                    .forEach(hit -> placed.add(new Placed(hit, position(value, hit))));
        }
        return placed;
    }

    private static SearchPosition position(@Nullable TypedValue value, Hit hit) {
        return new SearchPosition(value, hit.item, hit.frame);
    }

    private static SearchAnswer page(
            SearchRequest request, List<Placed> ordered, List<FacetCounts> facets, boolean isExact) {
        int from = request.after() == null
                ? (int) Math.min(request.offset(), ordered.size())
                : behind(request.order(), ordered, request.after());
        int end = Math.min(ordered.size(), from + request.limit());
        var page = ordered.subList(from, end);
        return new SearchAnswer.Found(new SearchHits(
                page.stream().map(placed -> placed.hit.shown()).toList(),
                ordered.size(),
                facets,
                page.isEmpty() || end == ordered.size() ? null : page.getLast().position,
                isExact ? Precision.EXACT : Precision.ESTIMATED));
    }

    /**
     * Neighbours are few, so that all are found again for each page. By a field the next page begins behind the hit itself; the search has ended when
     * that is a neighbour no longer.
     */
    private static int behind(SearchOrder order, List<Placed> ordered, SearchPosition after) {
        int next = 0;
        if (order instanceof SearchOrder.Relevance && after.value() instanceof TypedValue.Quantity(var cosine)) {
            var last = new Hit(0, after.item(), after.frame(), cosine);
            while (next < ordered.size() && BY_LIKENESS.compare(ordered.get(next).hit, last) <= 0) {
                next++;
            }
            return next;
        }
        while (next < ordered.size() && !isAt(ordered.get(next).hit, after)) {
            next++;
        }
        return Math.min(next + 1, ordered.size());
    }

    private static boolean isAt(Hit hit, SearchPosition position) {
        return hit.item.equals(position.item()) && Objects.equals(hit.frame, position.frame());
    }
}
