package io.accession.core.receive;

import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job whose manifest has been read to its end. */
public record NewJob(
        JobTerms terms,
        String folderName,
        @Nullable String fileName,
        int entries,
        int urls,
        List<ManifestWarning> warnings) {

    public NewJob {
        warnings = List.copyOf(warnings);
    }

    /** The same job, which brings media facts of known items up to date. */
    public NewJob lookingAgain() {
        return new NewJob(terms.lookingAgain(), folderName, fileName, entries, urls, warnings);
    }
}
