package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * What became of a run of a folder's items.
 *
 * @param matched how many items were looked at
 * @param changed those of them that are not as before
 * @param nextToken where the next run begins; null after the last
 */
public record ChangedRun(int matched, int changed, @Nullable String nextToken) {}
