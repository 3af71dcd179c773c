package io.accession.search;

import io.accession.core.search.FacetCounts;
import io.accession.core.search.Filter;
import io.accession.core.search.MappedPoints;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchHits.Precision;
import io.accession.core.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** Searches an index as it is at one moment. */
final class LuceneSearch {

    /** Of conditions and words together. */
    private static final int MOST_CLAUSES = 1 << 16;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final IndexSearcher searcher;
    private final IndexThreads threads;
    private final RecentMatches recent;
    private final KnownMaps maps;
    private final Deadline deadline;

    LuceneSearch(IndexReader reader, IndexThreads threads, RecentMatches recent, KnownMaps maps, Deadline deadline) {
        this.searcher = new IndexSearcher(reader, threads.executor());
        this.searcher.setTimeout(deadline);
        this.threads = threads;
        this.recent = recent;
        this.maps = maps;
        this.deadline = deadline;
    }

    SearchAnswer search(SearchRequest request, ReadableFolders readable) throws IOException {
        var ordering = Ordering.ofItems(request.order());
        boolean isScored = ordering.isByRelevance() && FilterQueries.isScored(request.filter());
        var query = query(request.filter(), isScored, readable);
        var matches = recent.of(searcher, query, deadline);
        var similar = request.similar();
        if (similar != null) {
            return new SimilarSearch(searcher, threads, deadline).search(request, similar, matches, readable);
        }
        var frames = request.frames();
        if (frames != null) {
            var found = frames(frames).framesOf(matches);
            return page(request, Ordering.ofFrames(request.order()), new MatchesQuery(found), found);
        }
        return page(request, ordering, isScored ? query : new MatchesQuery(matches), matches);
    }

    /** Those that pass, of whatever item. */
    private Matches frames(Filter passing) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(FrameBlocks.ANY_FRAME), Occur.FILTER)
                .add(new FilterQueries(maps, deadline).ofFrames(passing), Occur.FILTER)
                .build();
        return recent.of(searcher, query, deadline);
    }

    /** Items: what may not be read is no match, whatever is asked for: neither counts nor facets nor scores come of it. */
    private Query query(Filter filter, boolean isScored, ReadableFolders readable) {
        var query = new BooleanQuery.Builder().add(new TermQuery(FrameBlocks.ANY_FRAME), Occur.MUST_NOT);
        FilterQueries.open(readable).ifPresent(open -> query.add(open, Occur.FILTER));
        return query.add(new FilterQueries(maps, deadline).of(filter), isScored ? Occur.MUST : Occur.FILTER)
                .build();
    }

    /** Compares what passes and may be read. */
    ComparisonSearch comparing(Filter filter, ReadableFolders readable) throws IOException {
        return new ComparisonSearch(searcher.getIndexReader(), matches(filter, readable), deadline);
    }

    MappedPoints points(SearchField field, PlacedPoints placed, Filter filter, ReadableFolders readable)
            throws IOException {
        return gathering(field, placed).gather(matches(filter, readable));
    }

    long countPoints(SearchField field, PlacedPoints placed, ReadableFolders readable) throws IOException {
        return gathering(field, placed).count(matches(Filter.everything(), readable));
    }

    private PointGathering gathering(SearchField field, PlacedPoints placed) {
        return new PointGathering(maps.segments(), FieldNames.values(field), placed, threads, deadline);
    }

    private Matches matches(Filter filter, ReadableFolders readable) throws IOException {
        return recent.of(searcher, query(filter, false, readable), deadline);
    }

    /** {@code query} finds the matches, in whatever order it scores them. */
    private SearchAnswer page(SearchRequest request, Ordering ordering, Query query, Matches matches)
            throws IOException {
        var facets = new ArrayList<FacetCounts>();
        for (var facet : request.facets()) {
            facets.add(FacetCounting.count(facet, matches, threads, deadline));
        }
        if (request.limit() == 0 || request.offset() >= matches.total()) {
            return new SearchAnswer.Found(new SearchHits(List.of(), matches.total(), facets, null, Precision.EXACT));
        }
        var found = top(ordering, query, request.limit() + 1, behind(request, ordering, query, matches));
        var page = found.subList(0, Math.min(request.limit(), found.size()));
        var next = found.size() > page.size() ? ordering.position(page.getLast()) : null;
        var hits = page.stream()
                .map(hit -> new SearchHits.Hit(ordering.item(hit), ordering.frame(hit), ordering.score(hit)))
                .toList();
        return new SearchAnswer.Found(new SearchHits(hits, matches.total(), facets, next, Precision.EXACT));
    }

    /** The hit that the page begins behind; null for the first page. */
    private @Nullable FieldDoc behind(SearchRequest request, Ordering ordering, Query query, Matches matches)
            throws IOException {
        if (request.offset() > 0) {
            return ordering.after(ordering.position(hit(request.offset() - 1, ordering, query, matches)));
        }
        return request.after() == null ? null : ordering.after(request.after());
    }

    /** The hit of that number, counted from 0. */
    private FieldDoc hit(long number, Ordering ordering, Query query, Matches matches) throws IOException {
        var only = matches.only(new HitSelection(searcher, query, deadline).select(ordering.keys(), matches, number));
        var one = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new MatchesQuery(only), Occur.FILTER)
                .build();
        return top(ordering, one, 1, null).getFirst();
    }

    private List<FieldDoc> top(Ordering ordering, Query query, int most, @Nullable FieldDoc behind) throws IOException {
        var collectors = new TopFieldCollectorManager(ordering.sort(), most, behind, 1);
        var found = searcher.search(query, collectors);
        if (searcher.timedOut()) {
            throw new Deadline.PassedException();
        }
        return Arrays.stream(found.scoreDocs).map(FieldDoc.class::cast).toList();
    }
}
