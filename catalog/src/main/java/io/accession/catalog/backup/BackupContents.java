package io.accession.catalog.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says about itself.
 *
 * @param schemaVersion the newest migration that the database had seen
 * @param tables in an order in which each table comes after those that it refers to
 */
public record BackupContents(
        String schemaVersion,
        int postgresVersion,
        Instant madeAt,
        List<SavedTable> tables,
        List<SavedSequence> sequences) {

    public BackupContents {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(SavedTable::rows).sum();
    }

    /** One table; the checksum is the SHA-256 of its rows as PostgreSQL gave them, in hexadecimal digits. */
    public record SavedTable(String name, List<String> columns, long rows, String checksum) {

        public SavedTable {
            columns = List.copyOf(columns);
        }
    }

    /** One sequence and the number that it gives next. */
    public record SavedSequence(String name, long next) {}
}
