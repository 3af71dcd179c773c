package io.accession.api;

import org.jspecify.annotations.Nullable;

/**
 * What to try on a storage integration beyond listing and reading.
 *
 * @param write also write and delete a small object
 * @param origin also ask whether a browser page of this origin may read (CORS)
 * @param sampleUrl an object to read; null to take the first one listed
 */
public record CheckRequest(
        boolean write, @Nullable String origin, @Nullable String sampleUrl) {}
