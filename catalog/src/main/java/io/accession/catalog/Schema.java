package io.accession.catalog;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** The tables, brought up to date by the numbered migrations in {@code db/migration}. */
final class Schema {

    private final DatabaseAddress address;
    private final Flyway flyway;

    Schema(DatabaseAddress address) {
        this.address = address;
        this.flyway = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .load();
    }

    /** Changes nothing when the schema is up to date. Processes that migrate at the same moment wait for one another. */
    void migrate() {
        try {
            refuseNewerSchema();
            flyway.migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnavailableException(
                    "The tables of the database " + address + " cannot be brought up to date: " + failed.getMessage(),
                    failed);
        }
    }

    private void refuseNewerSchema() {
        var newer = Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .toList();
        if (!newer.isEmpty()) {
            throw new DatabaseUnavailableException(
                    "The database " + address + " was written by a newer Accession (schema "
                            + newer.getLast().getVersion() + "). Use that version or a newer one.");
        }
    }
}
