/**
 * Reads registration manifests. Comes in: a stream of JSON, NDJSON or CSV. Goes out: one {@link ManifestEntry} after another, with the bytes it
 * was written in and its place, and a {@link ManifestSummary} at the end. Memory does not grow with the manifest.
 */
@NullMarked
package io.accession.core.manifest;

import org.jspecify.annotations.NullMarked;
