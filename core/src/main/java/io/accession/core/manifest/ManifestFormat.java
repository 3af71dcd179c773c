package io.accession.core.manifest;

/** How a manifest is written: one JSON document, one JSON object per line, or rows of cells. */
public enum ManifestFormat {
    JSON,
    NDJSON,
    CSV
}
