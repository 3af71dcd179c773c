package io.accession.core.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedSpoolsTest {

    private final Instant later = Instant.now().plusSeconds(3_600);

    @TempDir
    private Path directory = Path.of("");

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndOtherFilesStay() throws IOException {
        var left = Files.createFile(directory.resolve("manifest-1.slices"));
        var other = Files.createFile(directory.resolve("notes.txt"));

        new AbandonedSpools(directory).remove(later);

        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void whatIsYoungerThanTheGivenMomentStays() throws IOException {
        var young = Files.createFile(directory.resolve("manifest-1.slices"));

        new AbandonedSpools(directory).remove(Instant.now().minusSeconds(3_600));

        assertThat(young).exists();
    }

    @Test
    void aManifestThatIsBeingReceivedIsLeftAloneAndCanBeReadAgainAndAgain() throws IOException {
        try (var spool = new SliceSpool(directory)) {
            spool.add(3, new byte[] {1, 2});
            var read = new ArrayList<Integer>();

            new AbandonedSpools(directory).remove(later);
            spool.forEach((number, entries, body) -> read.add(entries));
            new AbandonedSpools(directory).remove(later);
            spool.forEach((number, entries, body) -> read.add(body.length));

            assertThat(read).containsExactly(3, 2);
            assertThat(files()).hasSize(1);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsNoFault() {
        new AbandonedSpools(directory.resolve("missing")).remove(later);

        assertThat(directory.resolve("missing")).doesNotExist();
    }
}
