package io.accession.search;

import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.SearchIndex;
import io.accession.core.search.SearchableItem;
import io.accession.testkit.search.SearchIndexContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexContractTest extends SearchIndexContract {

    @TempDir
    private Path directory;

    private final List<LuceneIndex> opened = new ArrayList<>();

    @Override
    protected SearchIndex index(MetadataSchema schema, List<SearchableItem> items) throws Exception {
        var feed = new MemoryFeed();
        items.forEach(feed::put);
        var version = new SchemaVersion(1, new UUID(0, 1), schema, "", Instant.EPOCH);
        var place = directory.resolve(Integer.toString(opened.size()));
        var index = new LuceneIndex(place, feed, () -> Optional.of(version), Clock.systemUTC());
        opened.add(index);
        index.turn();
        return index;
    }

    @AfterEach
    void close() {
        opened.forEach(LuceneIndex::close);
    }
}
