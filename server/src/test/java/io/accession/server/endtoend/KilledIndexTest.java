package io.accession.server.endtoend;

import static io.accession.server.endtoend.Texts.joined;
import static io.accession.server.endtoend.Texts.parts;
import static io.accession.server.endtoend.Texts.text;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.IndexStatus;
import io.accession.api.ItemSummary;
import io.accession.api.NewSearch;
import io.accession.api.SearchResults;
import io.accession.api.UploadJob;
import io.accession.client.Manifest;
import io.accession.server.endtoend.ServerProcess.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while its search index follows the catalogue. */
final class KilledIndexTest {

    private static final int PARTS = 20;
    private static final int ENTRIES_OF_PART = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path data;

    private static Manifest manifest(String directory, int parts) throws IOException {
        return Manifest.of(
                "", joined(text("{\"images\":["), parts(parts, number -> part(directory, number)), text("]}")));
    }

    private static String part(String directory, int number) {
        var part = new StringBuilder();
        for (int i = 0; i < ENTRIES_OF_PART; i++) {
            part.append(number + i > 0 ? "," : "")
                    .append("{\"objectUrl\":\"https://a.b/%s/%d-%d.png\",".formatted(directory, number, i))
                    .append("\"imageMetadata\":{\"mimeType\":\"image/png\",\"fileSize\":9,\"width\":4,\"height\":3}}");
        }
        return part.toString();
    }

    private static void await(Visitor visitor, Predicate<IndexStatus> reached) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var status = visitor.client().index().status();
            if (reached.test(status)) {
                return;
            }
            assertThat(Instant.now()).as("%s", status).isBefore(end);
        }
    }

    private static Predicate<IndexStatus> hasAtLeast(int items) {
        return status -> status.answering() != null && status.answering().items() >= items;
    }

    private static boolean isCaughtUp(IndexStatus status) {
        return status.answering() != null
                && status.answering().asOf() != null
                && status.answering().itemsBehind() == 0;
    }

    @Test
    void theIndexOfAKilledServerIsThatOfTheCatalogue() throws IOException {
        UUID folder;
        UploadJob job;
        try (var server = ServerProcess.serve(data, Launch.plain())) {
            var visitor = server.visitor();
            folder = visitor.folder();
            var removed = visitor.folder();
            var integration = visitor.web();
            visitor.register(removed, integration, TOLERANT, manifest("removed", 2));
            await(visitor, hasAtLeast(2 * ENTRIES_OF_PART));
            job = visitor.client().jobs().register(folder, integration, TOLERANT, manifest("kept", PARTS));
            visitor.client().folders().remove(removed);
            await(visitor, hasAtLeast(2 * ENTRIES_OF_PART + 1));
            server.kill();
        }

        try (var again = ServerProcess.serve(data, Launch.plain())) {
            var visitor = again.visitor();
            assertThat(visitor.ended(job).counts().registered()).isEqualTo(PARTS * ENTRIES_OF_PART);
            await(visitor, KilledIndexTest::isCaughtUp);

            var found = visitor.client().search().stream(NewSearch.everything()).map(SearchResults.Hit::id);
            var listed =
                    visitor.client().items().list(folder, null, null).stream().map(ItemSummary::id);
            assertThat(found.sorted().toList()).isEqualTo(listed.sorted().toList());
        }
    }
}
