package io.accession.core.receive;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.UserId;
import io.accession.core.object.Addressing;
import org.jspecify.annotations.Nullable;

/** Who wants a manifest registered, where, and through which integration. Rights have been checked. */
public record UploadRequest(
        FolderId folder,
        String folderName,
        IntegrationId integration,
        Addressing addressing,
        UserId user,
        JobMode mode,
        @Nullable String fileName) {}
