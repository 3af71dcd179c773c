package io.accession.catalog.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.Schema;
import io.accession.catalog.fixture.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static final TestDatabase SOURCE = FilledCatalogue.make();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("catalogue.backup");
    }

    @AfterAll
    static void dropSource() {
        SOURCE.close();
    }

    @Test
    void aRestoredCatalogueEqualsTheSavedOne() {
        var saved = backup();
        var target = TestDatabase.blank();

        var restored = new Restore(target).readFrom(file, false);

        assertThat(restored).isEqualTo(saved);
        assertThat(FilledCatalogue.rows(jdbi(target))).isEqualTo(FilledCatalogue.rows(SOURCE.jdbi()));
    }

    @Test
    void everyTableIsSaved() {
        var saved = backup();

        assertThat(saved.tables())
                .extracting(BackupContents.SavedTable::name)
                .containsExactlyInAnyOrderElementsOf(FilledCatalogue.tables(SOURCE.jdbi()));
    }

    @Test
    void aTableThatDidNotExistWhenThisWasWrittenIsSavedAfterWhatItRefersTo() {
        try (var database = TestDatabase.migrated()) {
            database.jdbi()
                    .useHandle(handle -> handle.execute("CREATE TABLE \"A new one\" (of uuid REFERENCES folder)"));

            var saved = new Backup(database.address(), CLOCK).writeTo(file);

            assertThat(saved.tables())
                    .extracting(BackupContents.SavedTable::name)
                    .containsSubsequence("app_user", "folder", "A new one");
        }
    }

    @Test
    void restoredRowsCarryTheNumberOfTheRestoringTransaction() {
        backup();
        var target = TestDatabase.blank();
        new Restore(target).readFrom(file, false);

        var numbers = jdbi(target)
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT changed_xid::text FROM item UNION SELECT changed_xid::text FROM item_deleted
                        """).mapTo(String.class).list());

        assertThat(numbers).hasSize(1);
    }

    @Test
    void aRestoredCatalogueIsAnotherIncarnation() {
        backup();
        var target = TestDatabase.blank();
        new Restore(target).readFrom(file, false);

        assertThat(incarnation(jdbi(target))).isNotEqualTo(incarnation(SOURCE.jdbi()));
    }

    @Test
    void sequencesGoOnWhereTheyWere() {
        backup();
        var target = TestDatabase.blank();
        new Restore(target).readFrom(file, false);

        var next = jdbi(target).withHandle(BackupTest::addAuditEvent);

        assertThat(next)
                .isGreaterThan(SOURCE.jdbi()
                        .withHandle(handle -> handle.createQuery("SELECT max(id) FROM audit_event")
                                .mapTo(Long.class)
                                .one()));
    }

    @Test
    void aFreshlyMigratedDatabaseIsFilled() {
        backup();
        try (var target = TestDatabase.migrated()) {
            new Restore(target.address()).readFrom(file, false);

            assertThat(FilledCatalogue.rows(target.jdbi())).isEqualTo(FilledCatalogue.rows(SOURCE.jdbi()));
        }
    }

    @Test
    void aFilledDatabaseIsOnlyReplacedWhenAsked() {
        backup();
        try (var target = TestDatabase.migrated()) {
            var stranger = "10000000-0000-7000-8000-000000000001";
            target.jdbi()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO app_user (id, email, is_admin) VALUES (?::uuid, 'other@example.org', false)",
                            stranger));

            assertThatThrownBy(() -> new Restore(target.address()).readFrom(file, false))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is not empty (table app_user has rows)");
            new Restore(target.address()).readFrom(file, true);

            assertThat(FilledCatalogue.rows(target.jdbi())).isEqualTo(FilledCatalogue.rows(SOURCE.jdbi()));
        }
    }

    @Test
    void aBackupMadeUnderWritesShowsOneMoment() throws Exception {
        try (var source = FilledCatalogue.make()) {
            var stop = new AtomicBoolean();
            var writer = CompletableFuture.runAsync(() -> {
                while (!stop.get()) {
                    source.jdbi().useTransaction(FilledCatalogue::addPair);
                }
            });
            for (var round = 0; round < 2; round++) {
                new Backup(source.address(), CLOCK).writeTo(directory.resolve("under-writes-" + round));
            }
            stop.set(true);
            writer.join();
        }
        for (var round = 0; round < 2; round++) {
            var target = TestDatabase.blank();
            new Restore(target).readFrom(directory.resolve("under-writes-" + round), false);

            assertThat(jdbi(target).withHandle(FilledCatalogue::pairsAreWhole)).isTrue();
        }
    }

    @Test
    void aBackupIsReadableForItsOwnerOnlyAndDoesNotOverwrite() throws IOException {
        backup();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(this::backup).isInstanceOf(BackupException.class).hasMessageContaining("is already there");
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesNoFile() {
        var nowhere = directory.resolve("missing").resolve("catalogue.backup");

        assertThatThrownBy(() -> new Backup(SOURCE.address(), CLOCK).writeTo(nowhere))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cannot be written");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDatabaseWithoutACatalogueIsNotSaved() {
        assertThatThrownBy(() -> new Backup(TestDatabase.blank(), CLOCK).writeTo(file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("nothing to save");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aTruncatedBackupIsRefusedAndChangesNothing() throws IOException {
        backup();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 100);
        }

        assertRefused("cut off");
    }

    @Test
    void aBackupWithAFlippedByteIsRefusedAndChangesNothing() throws IOException {
        backup();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 3);
            var original = bytes.readByte();
            bytes.seek(bytes.length() / 3);
            bytes.writeByte(original ^ 0x10);
        }

        assertRefused("damaged");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Files.writeString(file, "hello");

        assertRefused("is not a backup");
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused("does not exist");
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() throws IOException {
        backup();
        BackupEditing.replaceContents(file, "\"schema\" : \"", "\"schema\" : \"99");

        assertRefused("newer Accession");
    }

    @Test
    void anOlderBackupGetsTheTablesOfItsTimeAndIsBroughtUpToDate() throws IOException {
        var old = TestDatabase.blank();
        new Schema(old).migrateTo("1");
        jdbi(old).useHandle(FilledCatalogue::fill);
        var saved = new Backup(old, CLOCK).writeTo(file);
        var target = TestDatabase.blank();

        new Restore(target).readFrom(file, false);

        new Schema(old).migrate();
        assertThat(saved.schemaVersion()).isEqualTo("1");
        new Schema(old).migrate(); // as it would be today
        assertThat(FilledCatalogue.rows(jdbi(target))).containsAllEntriesOf(FilledCatalogue.rows(jdbi(old)));
        assertThat(FilledCatalogue.tables(jdbi(target))).contains("incarnation");
    }

    @Test
    void anOlderBackupDoesNotGoIntoTablesOfToday() {
        var old = TestDatabase.blank();
        new Schema(old).migrateTo("1");
        new Backup(old, CLOCK).writeTo(file);
        try (var target = TestDatabase.migrated()) {
            assertThatThrownBy(() -> new Restore(target.address()).readFrom(file, true))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("Restore it into an empty database");
        }
    }

    @Test
    void aBackupOfAnotherFormatIsRefused() throws IOException {
        backup();
        BackupEditing.replaceContents(file, "\"format\" : 1", "\"format\" : 2");

        assertRefused("newer Accession");
    }

    private void assertRefused(String message) {
        var target = TestDatabase.blank();

        assertThatThrownBy(() -> new Restore(target).readFrom(file, true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(message);
        assertThat(FilledCatalogue.tables(jdbi(target))).isEmpty();
    }

    private BackupContents backup() {
        return new Backup(SOURCE.address(), CLOCK).writeTo(file);
    }

    private static Long addAuditEvent(Handle handle) {
        return handle.createQuery("INSERT INTO audit_event (action) VALUES ('test') RETURNING id")
                .mapTo(Long.class)
                .one();
    }

    private static String incarnation(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM incarnation")
                .mapTo(String.class)
                .one());
    }

    private static Jdbi jdbi(DatabaseAddress address) {
        return Jdbi.create(address.jdbcUrl(), address.user(), address.password());
    }
}
