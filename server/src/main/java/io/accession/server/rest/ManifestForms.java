package io.accession.server.rest;

import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestFormat;
import io.accession.server.http.Call;

/** How a request says that its manifest is written. What it says nothing of, or something unknown, is read as JSON. */
public final class ManifestForms {

    private ManifestForms() {}

    static ManifestForm of(Call call) {
        return new ManifestForm(
                format(call.mediaType()),
                call.queryFlag("skipDuplicateUrls"),
                call.queryFlag("upsertMetadata"),
                call.query("type").orElse(null));
    }

    /** What a media type stands for. */
    public static ManifestFormat format(String mediaType) {
        return switch (mediaType) {
            // The last is what browsers call CSV where a spreadsheet is installed.
            case "text/csv", "application/csv", "text/tab-separated-values", "application/vnd.ms-excel" ->
                ManifestFormat.CSV;
            case "application/x-ndjson",
                    "application/ndjson",
                    "application/jsonl",
                    "application/x-jsonl",
                    "application/jsonlines",
                    "application/x-jsonlines" -> ManifestFormat.NDJSON;
            default -> ManifestFormat.JSON;
        };
    }
}
