package io.accession.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands, each with a scripted server and a home of its own. */
abstract class WithCommandLine {

    @TempDir
    Path directory;

    CommandLineFixture given;

    @BeforeEach
    final void startTheServer() {
        given = new CommandLineFixture(directory);
    }

    @AfterEach
    final void stopTheServer() {
        given.close();
    }
}
