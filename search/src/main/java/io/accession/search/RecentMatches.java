package io.accession.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The matches of the last searches, for the next page of them: as long as the index has not changed they are the same. Safe for use by many threads;
 * two that look for the same at the same moment may both look.
 */
final class RecentMatches {

    private static final int MOST = 16;

    private final IndexThreads threads;
    private final Map<Key, Matches> kept = new LinkedHashMap<>(2 * MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Matches> eldest) {
            return size() > MOST;
        }
    };

    private record Key(IndexReader.CacheKey index, Query query) {}

    RecentMatches(IndexThreads threads) {
        this.threads = threads;
    }

    Matches of(IndexSearcher searcher, Query query, Deadline deadline) throws IOException {
        var index = searcher.getIndexReader().getReaderCacheHelper();
        if (index == null) {
            return Matches.of(searcher, query, threads, deadline);
        }
        var key = new Key(index.getKey(), query);
        var known = find(key);
        if (known != null) {
            return known;
        }
        var matches = Matches.of(searcher, query, threads, deadline);
        keep(key, matches, index);
        return matches;
    }

    private synchronized @Nullable Matches find(Key key) {
        return kept.get(key);
    }

    /** Nothing is kept of an index that is as it was no longer: its files could not be closed. */
    private synchronized void keep(Key key, Matches matches, IndexReader.CacheHelper index) {
        if (kept.keySet().stream().noneMatch(other -> other.index().equals(key.index()))) {
            index.addClosedListener(this::forget);
        }
        kept.put(key, matches);
    }

    private synchronized void forget(IndexReader.CacheKey index) {
        kept.keySet().removeIf(key -> key.index().equals(index));
    }
}
