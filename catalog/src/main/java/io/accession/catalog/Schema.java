package io.accession.catalog;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables, brought up to date by the numbered migrations in {@code db/migration}. */
public final class Schema {

    private final DatabaseAddress address;

    public Schema(DatabaseAddress address) {
        this.address = address;
    }

    /** Changes nothing when the schema is up to date. Processes that migrate at the same moment wait for one another. */
    public void migrate() {
        migrateTo("latest");
    }

    /** Brings the schema to an earlier version, for the rows of an old backup. A schema that is further on stays there. */
    public void migrateTo(String version) {
        try {
            refuseNewerSchema();
            flyway(version).migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnavailableException(
                    "The tables of the database " + address + " cannot be brought up to date: " + failed.getMessage(),
                    failed);
        }
    }

    /** The number of the last migration that this program carries. */
    public MigrationVersion newestVersion() {
        return Arrays.stream(flyway("latest").info().all())
                .filter(migration -> migration.getState().isResolved() && migration.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .target(target)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .load();
    }

    private void refuseNewerSchema() {
        var newer = Arrays.stream(flyway("latest").info().applied())
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
