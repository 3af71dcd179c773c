package io.accession.server.command;

import io.accession.catalog.backup.BackupContents;
import io.accession.catalog.backup.BackupContents.SavedTable;
import io.accession.server.configuration.ServerConfiguration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was saved or brought back, in words. */
final class BackupText {

    private BackupText() {}

    /** For machines; {@code tables} has the rows of each. */
    record Summary(String file, Instant madeAt, String schemaVersion, long rows, Map<String, Long> tables) {}

    static Summary summary(Path file, BackupContents contents) {
        var tables = contents.tables().stream()
                .collect(Collectors.toMap(SavedTable::name, SavedTable::rows, Math::addExact, TreeMap::new));
        return new Summary(
                file.toString(), contents.madeAt(), contents.schemaVersion(), contents.rows(), Map.copyOf(tables));
    }

    static String saved(Path file, BackupContents contents, ServerConfiguration configuration) {
        return "Saved the catalogue in " + file + ": " + size(contents) + ".\n"
                + "Credentials of storage integrations are in it as they are stored, sealed. Keep a copy of the key that opens\n"
                + "them in another place: " + configuration.storage().keyFile();
    }

    static String restored(Path file, BackupContents contents, ServerConfiguration configuration) {
        return "Brought back the catalogue of " + contents.madeAt().truncatedTo(ChronoUnit.SECONDS) + " from " + file
                + ": " + size(contents) + ".\n"
                + "Credentials of storage integrations open with the key of the saved server: put its copy at\n"
                + configuration.storage().keyFile() + " before you start 'accession serve'.";
    }

    private static String size(BackupContents contents) {
        return String.format(
                Locale.ROOT,
                "%,d rows in %d tables",
                contents.rows(),
                contents.tables().size());
    }
}
