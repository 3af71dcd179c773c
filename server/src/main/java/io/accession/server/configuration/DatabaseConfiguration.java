package io.accession.server.configuration;

import io.accession.catalog.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the catalogue is kept.
 *
 * @param external a database of the operator's; empty for the embedded one
 * @param connections the most that one process opens
 */
public record DatabaseConfiguration(Optional<DatabaseAddress> external, int connections) {

    private static final int LEAST_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 500;
    private static final String SCHEME = "jdbc:postgresql:";

    static DatabaseConfiguration of(Values values) {
        return new DatabaseConfiguration(
                external(values), values.number(Keys.DATABASE_CONNECTIONS, LEAST_CONNECTIONS, MOST_CONNECTIONS));
    }

    private static Optional<DatabaseAddress> external(Values values) {
        var url = values.text(Keys.DATABASE_URL);
        if (url.isEmpty()) {
            values.text(Keys.DATABASE_USER)
                    .ifPresent(
                            user -> values.fault(Keys.DATABASE_USER, "this goes with database.url, which is not set"));
            return Optional.empty();
        }
        var password = password(values);
        if (!url.get().startsWith(SCHEME)) {
            values.fault(Keys.DATABASE_URL, "a URL such as jdbc:postgresql://db.example.org/accession is allowed");
            return Optional.empty();
        }
        return Optional.of(
                new DatabaseAddress(url.get(), values.text(Keys.DATABASE_USER).orElse("accession"), password));
    }

    private static String password(Values values) {
        return values.path(Keys.DATABASE_PASSWORD_FILE)
                .map(file -> passwordIn(file, values))
                .orElseGet(() -> values.text(Keys.DATABASE_PASSWORD).orElse(""));
    }

    private static String passwordIn(Path file, Values values) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            values.fault(Keys.DATABASE_PASSWORD_FILE, "the file cannot be read");
            return "";
        }
    }
}
