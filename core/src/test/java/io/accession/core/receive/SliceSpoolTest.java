package io.accession.core.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceSpoolTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void slicesAreReadAgainAndAgainThoughAKilledProcessWouldLeaveNoFile() throws IOException {
        try (var spool = new SliceSpool(directory)) {
            spool.add(3, new byte[] {1, 2});
            spool.add(4, new byte[] {5});
            var read = new ArrayList<Integer>();

            spool.forEach((number, entries, body) -> read.add(entries));
            spool.forEach((number, entries, body) -> read.add(body.length));

            assertThat(read).containsExactly(3, 4, 2, 1);
            assertThat(directory).isEmptyDirectory();
        }
    }
}
