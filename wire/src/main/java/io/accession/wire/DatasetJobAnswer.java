package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** How a job stands that registers into a dataset: like {@link JobAnswer}, with rows of the dataset instead of items. */
final class DatasetJobAnswer implements LegacyCall.Response {

    private static final int CHUNK = 500;

    private final UploadJobs uploads;
    private final UploadJob job;
    private final DataRows rows;
    private final Principal asking;
    private final DatasetId dataset;

    DatasetJobAnswer(UploadJobs uploads, UploadJob job, DataRows rows, Principal asking, DatasetId dataset) {
        this.uploads = uploads;
        this.job = job;
        this.rows = rows;
        this.asking = asking;
        this.dataset = dataset;
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        var answer = uploads.answer(job);
        json.writeStartObject();
        json.writeStringField("status", job.state().name());
        writeRows(json);
        answer.writeErrors(json);
        answer.writeUnitErrors(json, "dataUnitErrors");
        answer.writeCounts(json);
        json.writeEndObject();
    }

    private void writeRows(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("dataHashesWithTitles");
        if (JobAnswer.hasItems(job)) {
            var chunk = new ArrayList<ItemId>();
            try {
                uploads.forEachItem(job.terms().id(), item -> {
                    chunk.add(item.id());
                    if (chunk.size() == CHUNK) {
                        write(chunk, json);
                        chunk.clear();
                    }
                });
                write(chunk, json);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        json.writeEndArray();
    }

    private void write(List<ItemId> items, JsonGenerator json) {
        try {
            for (var row : rows.listOf(asking, dataset, items)) {
                write(row, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataRow row, JsonGenerator json) throws IOException {
        var item = row.item().item();
        json.writeStartObject();
        json.writeStringField("dataHash", row.id().toString());
        json.writeStringField("title", item.name());
        json.writeStringField("backingItemUuid", item.id().toString());
        json.writeEndObject();
    }
}
