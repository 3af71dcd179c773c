package io.accession.core.sync;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.UserId;
import io.accession.core.registry.FolderSync;

/**
 * The next page of a run, held by one worker until its lease ends.
 *
 * @param claim tells this claim from later ones
 * @param attempt at this page, from 1
 * @param page counts from 1
 * @param after the key up to which everything has been compared; empty at the start
 */
public record SyncTurn(
        SyncRunId run,
        SyncPhase phase,
        long claim,
        int attempt,
        int page,
        String after,
        FolderId folder,
        String folderName,
        FolderSync sync,
        UserId user) {}
