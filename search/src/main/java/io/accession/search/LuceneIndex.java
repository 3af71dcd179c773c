package io.accession.search;

import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.Comparison;
import io.accession.core.search.ComparisonAnswer;
import io.accession.core.search.ComparisonAnswer.Group;
import io.accession.core.search.ComparisonAnswer.Placed;
import io.accession.core.search.Filter;
import io.accession.core.search.IndexStatus;
import io.accession.core.search.IndexUpkeep;
import io.accession.core.search.ItemComparing;
import io.accession.core.search.MapIndex;
import io.accession.core.search.MapKey;
import io.accession.core.search.MappedPoints;
import io.accession.core.search.PointsAnswer;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchIndex;
import io.accession.core.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The search index in a directory of its own, which follows the catalogue. The directory may be deleted whenever nothing runs: the next start builds the
 * index anew. A crash costs what was taken up since the last commit, seconds of work that are repeated.
 */
public final class LuceneIndex implements SearchIndex, MapIndex, ItemComparing, IndexUpkeep, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration COMPARING_LIMIT = Duration.ofSeconds(60);

    private final IndexThreads writers = new IndexThreads("index-writer", IndexThreads.perProcessor());
    private final IndexThreads searchers = new IndexThreads("index-searcher", IndexThreads.perProcessor());
    private final RecentMatches recent = new RecentMatches(searchers);
    private final KnownMaps maps = new KnownMaps();
    private final Duration limit;
    private final Generations generations;
    private final Lag lag;
    private final Follower follower;
    private final FollowerThread thread;

    /** {@code schemas} tells the metadata schema in force. Nothing happens before {@link #start}. */
    public LuceneIndex(Path directory, ChangeFeed feed, Supplier<Optional<SchemaVersion>> schemas, Clock clock) {
        this(directory, feed, schemas, clock, LIMIT);
    }

    /** {@code limit} is how long a search may take. */
    LuceneIndex(
            Path directory, ChangeFeed feed, Supplier<Optional<SchemaVersion>> schemas, Clock clock, Duration limit) {
        this.limit = limit;
        this.generations = new Generations(directory, writers);
        this.lag = new Lag(feed);
        this.follower = new Follower(feed, schemas, clock, generations, lag);
        this.thread = new FollowerThread(follower);
    }

    /** Begins to follow. */
    public void start() {
        thread.start();
    }

    /** The maps that filters can name. */
    KnownMaps maps() {
        return maps;
    }

    /** For tests, which need no thread. */
    boolean turn() throws IOException {
        return follower.turn();
    }

    @Override
    public SearchAnswer search(SearchRequest request, ReadableFolders readable) {
        return this.<SearchAnswer, SearchAnswer>asking(
                limit, search -> search.search(request, readable), found -> found, refusal -> refusal);
    }

    @Override
    public PointsAnswer points(SearchField field, Filter filter, ReadableFolders readable) {
        var placed = maps.find(MapKey.of(field)).orElseGet(() -> new PlacedPoints(0));
        return this.<MappedPoints, PointsAnswer>asking(
                limit,
                search -> search.points(field, placed, filter, readable),
                PointsAnswer.Found::new,
                PointsAnswer.Refused::new);
    }

    @Override
    public long count(SearchField field, ReadableFolders readable) {
        var placed = maps.find(MapKey.of(field));
        return placed.isEmpty()
                ? 0
                : this.<Long, Long>asking(
                        limit,
                        search -> search.countPoints(field, placed.get(), readable),
                        Function.identity(),
                        refusal -> 0L);
    }

    @Override
    public ComparisonAnswer<Group> nearDuplicates(Comparison.NearDuplicates question, ReadableFolders readable) {
        return this.<ComparisonAnswer<Group>, ComparisonAnswer<Group>>asking(
                COMPARING_LIMIT,
                search -> search.comparing(question.filter(), readable).nearDuplicates(question),
                found -> found,
                ComparisonAnswer.Refused::new);
    }

    @Override
    public ComparisonAnswer<Placed> pick(Comparison.Pick question, ReadableFolders readable) {
        return this.<ComparisonAnswer<Placed>, ComparisonAnswer<Placed>>asking(
                COMPARING_LIMIT,
                search -> search.comparing(question.filter(), readable).pick(question),
                found -> found,
                ComparisonAnswer.Refused::new);
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(LuceneSearch search) throws IOException;
    }

    private <T, A> A asking(
            Duration patience, Asking<T> asking, Function<T, A> answer, Function<SearchAnswer.Refusal, A> refusal) {
        var deadline = new Deadline(patience);
        try {
            var reader = reader();
            if (reader.isEmpty()) {
                return refusal.apply(new SearchAnswer.NotReady("The search index is being built for the first time."));
            }
            try (var held = reader.get()) {
                return answer.apply(asking.of(new LuceneSearch(held.reader(), searchers, recent, maps, deadline)));
            }
        } catch (Deadline.PassedException e) {
            return refusal.apply(new SearchAnswer.TookTooLong(deadline.limit()));
        } catch (IndexSearcher.TooManyClauses e) {
            return refusal.apply(new SearchAnswer.TooExpensive("Search for fewer words, or by fewer conditions."));
        } catch (KnownMaps.MapChangedException e) {
            return refusal.apply(new SearchAnswer.MapChanged(e.field(), e.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An index as it is at one moment, which stays so until it is closed. */
    record HeldReader(DirectoryReader reader) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            reader.decRef();
        }
    }

    /** Whether everything that was in the catalogue at the start is found; after a crash, or a failure of the disk, that takes a while. */
    boolean hasCaughtUp() {
        return lag.hasCaughtUp();
    }

    /** To be closed; empty while the first index is being built. */
    Optional<HeldReader> reader() throws IOException {
        while (true) {
            var answering = generations.answering();
            try {
                return answering.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new HeldReader(answering.get().readers().acquire()));
            } catch (AlreadyClosedException replaced) {
                if (generations.answering().equals(answering)) {
                    throw replaced;
                }
            }
        }
    }

    @Override
    public IndexStatus status() {
        return lag.status(generations, thread.problem());
    }

    @Override
    public void rebuild() {
        follower.rebuild();
        thread.wake();
    }

    /** Finishes what is in hand and commits it. Searches that still run may fail. */
    @Override
    public void close() {
        thread.close();
        try (writers;
                searchers) {
            follower.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
