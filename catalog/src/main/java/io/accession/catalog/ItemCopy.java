package io.accession.catalog;

import io.accession.core.catalogue.NewItem;
import io.accession.core.dicom.DicomTag;
import io.accession.core.dicom.DicomTags;
import io.accession.core.domain.MediaFacts;
import io.accession.core.job.JobTerms;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Copies new items, and the members of composites, into their tables. */
final class ItemCopy {

    private static final int COLUMNS = 21;
    private static final String ITEMS = """
        COPY item (id, folder_id, kind, name, identity_hash, duplicate_no, integration_id, object_url,
                   mime_type, bytes, width, height, duration_sec, media_facts,
                   etag, last_modified, client_metadata, is_hidden, created_by, created_at, edited_at)
        FROM STDIN (FORMAT binary)\
        """;

    private static final String MEMBERS = "COPY item_member (group_id, position, item_id) FROM STDIN (FORMAT binary)";

    private final Handle handle;
    private final JobTerms job;

    ItemCopy(Handle handle, JobTerms job) {
        this.handle = handle;
        this.job = job;
    }

    void items(List<NewItem> items) throws SQLException {
        BinaryCopy.into(handle, ITEMS, copy -> {
            for (var item : items) {
                write(copy, item);
            }
        });
    }

    private void write(BinaryCopy copy, NewItem item) throws SQLException {
        copy.row(COLUMNS)
                .put(item.id().value())
                .put(job.folder().value())
                .put(item.kind().wireName())
                .put(item.name())
                .put(item.identity().bytes())
                .put(item.duplicateNumber())
                .put(job.integration().value())
                .put(item.objectUrl());
        var facts = item.facts();
        if (facts == null) {
            copy.putNull().putNull().putNull().putNull().putNull().putNull();
        } else {
            write(copy, facts);
        }
        copy.put(item.etag())
                .putNullable(item.lastModified())
                .putJsonb(item.clientMetadata())
                .put(item.hidden())
                .put(job.user().value())
                .put(job.createdAt())
                .put(job.createdAt());
    }

    private static void write(BinaryCopy copy, MediaFacts facts) throws SQLException {
        copy.put(facts.mimeType()).put(facts.bytes());
        switch (facts) {
            case MediaFacts.Image image ->
                copy.put(image.width()).put(image.height()).putNull();
            case MediaFacts.Video video ->
                copy.put(video.width()).put(video.height()).put(video.durationSeconds());
            case MediaFacts.Audio audio -> copy.putNull().putNull().put(audio.durationSeconds());
            case MediaFacts.Pdf pdf -> copy.putNull().putNull().putNull();
            case MediaFacts.Text text -> copy.putNull().putNull().putNull();
            case MediaFacts.Dicom dicom -> {
                var tags = DicomTags.read(dicom.tagsJson());
                put(copy, tags.count(DicomTag.COLUMNS));
                put(copy, tags.count(DicomTag.ROWS));
                copy.putNull();
            }
            case MediaFacts.DicomSeries series ->
                copy.put(series.columns()).put(series.rows()).putNull();
            case MediaFacts.Nifti nifti -> copy.putNull().putNull().putNull();
        }
        copy.putJsonb(MediaFactsJson.details(facts));
    }

    private static void put(BinaryCopy copy, Optional<Integer> number) throws SQLException {
        if (number.isPresent()) {
            copy.put(number.get());
        } else {
            copy.putNull();
        }
    }

    /** {@code composites} are items with members. */
    void members(List<NewItem> composites) throws SQLException {
        BinaryCopy.into(handle, MEMBERS, copy -> {
            for (var composite : composites) {
                for (int position = 0; position < composite.members().size(); position++) {
                    copy.row(3)
                            .put(composite.id().value())
                            .put(position)
                            .put(composite.members().get(position).value());
                }
            }
        });
    }
}
