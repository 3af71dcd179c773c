package io.accession.catalog;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.receive.JobIntake;
import io.accession.core.receive.NewJob;
import io.accession.core.receive.SliceSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores received jobs: one transaction, four statements and a notification, whatever the size of the manifest. */
public final class PostgresJobIntake implements JobIntake {

    private static final String HOLD_FOLDER = "SELECT 1 FROM folder WHERE id = :folder FOR SHARE";

    private static final String ADD_JOB = """
            INSERT INTO upload_job (id, folder_id, folder_name, integration_id, file_name, mode, skip_duplicates,
                                    upsert_metadata, looks_again, state, entries, urls, slices, warnings, created_by, created_at)
            VALUES (:id, :folder, :folderName, :integration, :fileName, :mode, :skipDuplicates,
                    :upsertMetadata, :looksAgain, 'PENDING', :entries, :urls, :slices, :warnings::jsonb, :user, :createdAt)
            """;

    private static final String ADD_SLICES =
            "COPY upload_slice (job_id, slice_no, entries, body) FROM STDIN (FORMAT binary)";

    private final Jdbi jdbi;

    public PostgresJobIntake(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void store(NewJob job, SliceSpool slices) throws IOException {
        try {
            jdbi.useTransaction(handle -> store(handle, job, slices));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** In a transaction that somebody else opened. */
    static void store(Handle handle, NewJob job, SliceSpool slices) {
        var terms = job.terms();
        boolean folderIsThere = handle.createQuery(HOLD_FOLDER)
                .bind("folder", terms.folder().value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!folderIsThere) {
            throw new RegistryException(new RegistryError.NotFoundOrForbidden(
                    "folder", terms.folder().toString()));
        }
        handle.createUpdate(ADD_JOB)
                .bind("id", terms.id().value())
                .bind("folder", terms.folder().value())
                .bind("folderName", job.folderName())
                .bind("integration", terms.integration().value())
                .bind("fileName", job.fileName())
                .bind("mode", terms.mode().name())
                .bind("skipDuplicates", terms.skipDuplicates())
                .bind("upsertMetadata", terms.upsertMetadata())
                .bind("looksAgain", terms.looksAgain())
                .bind("entries", job.entries())
                .bind("urls", job.urls())
                .bind("slices", slices.slices())
                .bind("warnings", WarningsJson.write(job.warnings()))
                .bind("user", terms.user().value())
                .bind("createdAt", terms.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
        addSlices(handle, job, slices);
        Audit.record(handle, terms.user(), "job.create", terms.id().value());
        Wakeup.send(handle);
    }

    private static void addSlices(Handle handle, NewJob job, SliceSpool slices) {
        try {
            BinaryCopy.into(handle, ADD_SLICES, copy -> copy(copy, job, slices));
        } catch (SQLException e) {
            throw SqlStates.translate(e);
        }
    }

    private static void copy(BinaryCopy copy, NewJob job, SliceSpool slices) throws SQLException {
        try {
            slices.forEach((number, entries, body) -> copy.row(4)
                    .put(job.terms().id().value())
                    .put(number)
                    .put(entries)
                    .put(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
