package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

final class GuardedQueryTest {

    private static final Query NEAR = LatLonPoint.newDistanceQuery("place", 46.9, 7.4, 1_000);

    private static int count(Query query) throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
                var document = new Document();
                document.add(new LatLonPoint("place", 46.9, 7.4));
                writer.addDocument(document);
            }
            try (var reader = DirectoryReader.open(directory)) {
                return new IndexSearcher(reader).count(query);
            }
        }
    }

    @Test
    void whatAQueryFindsIsFoundWhileThereIsTime() throws IOException {
        assertThat(count(new GuardedQuery(NEAR, new Deadline(Duration.ofHours(1)))))
                .isEqualTo(1);
    }

    @Test
    void aQueryIsNotBegunOnceTheTimeIsUp() {
        var passed = new Deadline(Duration.ofHours(-1));

        assertThatThrownBy(() -> count(new GuardedQuery(NEAR, passed))).isInstanceOf(Deadline.PassedException.class);
    }
}
