package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Data directories with a stopped cluster in them, copied from one that is made once: making one takes seconds. */
record DataDirectories(Path parent) {

    static DataDirectories under(Path parent) {
        var directories = new DataDirectories(parent);
        directories.postgres(directories.template()).start().close();
        return directories;
    }

    EmbeddedPostgres postgres(Path data) {
        return new EmbeddedPostgres(data, programs(), PostgresSettings.forTests());
    }

    Path copy(String name) throws IOException {
        var copy = parent.resolve(name);
        var outcome = PostgresProgram.run(List.of("cp", "-a", template().toString(), copy.toString()), "");
        if (!outcome.succeeded()) {
            throw new IOException(outcome.output());
        }
        return copy;
    }

    Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("accession-tests-" + System.getProperty("user.name"))
                .resolve("postgres");
    }

    static Path cluster(Path data) {
        return data.resolve("postgres").resolve("cluster");
    }

    private Path template() {
        return parent.resolve("template");
    }
}
