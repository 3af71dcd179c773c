package io.accession.server.rest;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.JobId;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.Datasets;
import io.accession.server.http.Call;
import java.util.Optional;

/** The dataset whose rows the items of an upload job are to be, besides lying in their folder. */
public final class DatasetTarget {

    private final Datasets datasets;
    private final DataRows rows;

    public DatasetTarget(Datasets datasets, DataRows rows) {
        this.datasets = datasets;
        this.rows = rows;
    }

    /** Fails where the asker may not change it. */
    Optional<DatasetId> wanted(Call call) {
        return call.queryId("dataset")
                .map(id ->
                        datasets.readToChange(call.asking(), new DatasetId(id)).id());
    }

    void link(Call call, Optional<DatasetId> wanted, JobId job) {
        wanted.ifPresent(dataset -> rows.linkWhenEnded(call.asking(), dataset, job));
    }
}
