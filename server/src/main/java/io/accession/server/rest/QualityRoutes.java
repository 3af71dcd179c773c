package io.accession.server.rest;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.quality.FolderQuality;
import io.accession.server.configuration.QualityConfiguration;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;

/** What was measured on the pictures of a folder. */
public final class QualityRoutes {

    private final FolderQuality quality;
    private final QualityConfiguration configuration;

    public QualityRoutes(FolderQuality quality, QualityConfiguration configuration) {
        this.quality = quality;
        this.configuration = configuration;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/folders/{id}/quality", this::read),
                Operation.post("/api/v1/folders/{id}/quality", this::measure));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(call, folder(call)));
    }

    private void measure(Call call) throws IOException {
        var folder = folder(call);
        if (!configuration.isOn()) {
            throw new RegistryException(new RegistryError.Conflict(
                    "Measuring is switched off on this server: its operator has set quality.per-minute to 0."));
        }
        quality.measure(call.asking(), folder);
        call.answer(Status.ACCEPTED_202, shown(call, folder));
    }

    private static FolderId folder(Call call) {
        return new FolderId(call.id("id", "folder"));
    }

    private io.accession.api.FolderQuality shown(Call call, FolderId folder) {
        var counts = quality.count(call.asking(), folder);
        return new io.accession.api.FolderQuality(
                counts.pictures(),
                counts.measured(),
                counts.pending(),
                counts.failed(),
                configuration.isOn() && configuration.automatic(),
                configuration.perMinute(),
                counts.failures().stream()
                        .map(one -> new io.accession.api.FolderQuality.Failure(
                                one.item().value(),
                                one.title(),
                                one.failure().code().name(),
                                one.failure().message()))
                        .toList());
    }
}
