package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.ATOMIC;
import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With skip_duplicate_urls the same entries give the same catalogue, whatever way they come. */
class ExactlyOnceTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int OBJECTS = 40;

    @TempDir
    private Path spool;

    @RepeatedTest(3)
    void anyOrderInAnyPiecesAtOnceGivesTheSameCatalogue() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var entries = entries(random);
        var expected = rooms();
        var straight = expected.folder();
        expected.register(straight, TOLERANT, manifest(entries));

        var shuffled = expected.folder();
        registerAtOnce(expected, shuffled, pieces(entries, random));

        assertThat(expected.catalogue(shuffled)).as("seed %d", seed).isEqualTo(expected.catalogue(straight));
    }

    @Test
    void atomicAndTolerantJobsGiveTheSameCatalogue() {
        var entries = entries(new Random(1));
        var rooms = rooms();
        var tolerant = rooms.folder();
        var atomic = rooms.folder();

        rooms.register(tolerant, TOLERANT, manifest(entries));
        rooms.register(atomic, ATOMIC, manifest(entries));

        assertThat(rooms.catalogue(atomic)).isNotEmpty().isEqualTo(rooms.catalogue(tolerant));
    }

    /** Trusted and probed images in several spellings of their URLs. */
    private static List<String> entries(Random random) {
        var entries = new ArrayList<String>();
        for (int i = 0; i < OBJECTS; i++) {
            var media = i % 3 == 0
                    ? ", \"imageMetadata\": {\"mimeType\": \"image/png\", \"fileSize\": 3, \"width\": 1, \"height\": 1}"
                    : "";
            entries.add("{\"objectUrl\": \"%s\", \"title\": \"t%d\", \"clientMetadata\": {\"n\": %d}%s}"
                    .formatted("s3://b/%d.png".formatted(i), i, i, media));
        }
        Collections.shuffle(entries, random);
        return entries;
    }

    /** Each piece overlaps others: every entry is in at least one, many are in several. */
    private static List<List<String>> pieces(List<String> entries, Random random) {
        var pieces = new ArrayList<List<String>>();
        for (int i = 0; i < 5; i++) {
            var piece = entries.stream()
                    .filter(entry -> random.nextInt(3) > 0)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(piece, random);
            pieces.add(piece.isEmpty() ? entries : piece);
        }
        pieces.add(entries.reversed());
        return pieces;
    }

    private static String manifest(List<String> entries) {
        return "{\"images\": [" + String.join(",\n", entries) + "], \"skip_duplicate_urls\": true}";
    }

    private static void registerAtOnce(Rooms rooms, FolderId folder, List<List<String>> pieces) {
        try (var threads = Executors.newFixedThreadPool(pieces.size())) {
            for (var piece : pieces) {
                var mode = piece.size() % 2 == 0 ? JobMode.ATOMIC : JobMode.TOLERANT;
                var _ = threads.submit(() -> rooms.register(folder, mode, manifest(piece)));
            }
        }
        rooms.finish();
    }

    private Rooms rooms() {
        var rooms = new Rooms(DATABASE.jdbi(), spool);
        for (int i = 0; i < OBJECTS; i++) {
            rooms.storage.holds("b", i + ".png", "I..".getBytes(StandardCharsets.UTF_8));
        }
        return rooms;
    }
}
